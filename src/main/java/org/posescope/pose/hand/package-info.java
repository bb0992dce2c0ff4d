/** Hands (Zhang et al. 2020, MediaPipe {@code modules/holistic_landmark} and {@code modules/hand_landmark}). */
package org.posescope.pose.hand;
