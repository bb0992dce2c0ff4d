/**
 * People as meshes and solid skeletons: over the picture through the camera that took it, and in a 3D view that is orbited.
 */
package org.posescope.draw.scene;
