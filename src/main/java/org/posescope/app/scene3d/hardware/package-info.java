/** The 3D scene as nodes that the graphics hardware draws. */
package org.posescope.app.scene3d.hardware;
