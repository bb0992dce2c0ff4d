/** Networks that give boxes and points of all people of a frame at once: RTMO and the poses of YOLO. */
package org.posescope.pose.bottomup.onestage;
