/** Top-down networks that draw how likely each point lies where: a heatmap, as HRNet and SimplePose do, or a line along each axis (SimCC). */
package org.posescope.pose.heatmap;
