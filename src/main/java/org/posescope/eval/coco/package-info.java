/** Accuracy in the picture by the protocol of the COCO keypoint challenge: annotations, similarity, matching, the ten figures. */
package org.posescope.eval.coco;
