/** Whole pictures for recordings: the annotated frame, the 3D scene, or both side by side. */
package org.posescope.draw.view;
