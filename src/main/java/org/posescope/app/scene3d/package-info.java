/**
 * The 3D pane of the window: people as posed meshes, joints and bones over a floor, seen from an orbit; drawn by the graphics
 * hardware, or in software where there is none. World coordinates are the source camera's: metres, x right, y down, z forward,
 * which are JavaFX's axes too.
 */
package org.posescope.app.scene3d;
