/** MoveNet MultiPose: points around the centres of all people of a frame. */
package org.posescope.pose.bottomup.movenet;
