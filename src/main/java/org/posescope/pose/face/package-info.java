/** Faces (Kartynnik et al. 2019, MediaPipe {@code modules/holistic_landmark} and {@code modules/face_landmark}). */
package org.posescope.pose.face;
