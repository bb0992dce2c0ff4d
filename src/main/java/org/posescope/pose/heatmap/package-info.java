/** Top-down networks that draw one heatmap for each point, as HRNet and SimplePose do. */
package org.posescope.pose.heatmap;
