/**
 * Shaded triangle meshes in software: over the picture through the camera that took it, and in a 3D view that is orbited.
 * Needs no graphics hardware, no window and no native code.
 */
package org.posescope.draw.mesh;
