/** Shaded triangle meshes in software. Needs no graphics hardware, no window and no native code. */
package org.posescope.draw.mesh;
