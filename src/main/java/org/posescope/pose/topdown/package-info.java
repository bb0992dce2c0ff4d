/** Pose of one person in a region of the picture, whichever network does it. */
package org.posescope.pose.topdown;
