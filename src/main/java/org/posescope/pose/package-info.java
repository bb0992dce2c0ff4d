/** People as data (boxes, keypoints, joints) and the decoders that turn network outputs into them. */
package org.posescope.pose;
