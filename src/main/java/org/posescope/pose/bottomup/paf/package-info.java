/**
 * Points of all people in heatmaps, put together to people along part affinity fields (Cao et al. 2017, "Realtime Multi-Person 2D Pose
 * Estimation using Part Affinity Fields"), in the plane and in space.
 */
package org.posescope.pose.bottomup.paf;
