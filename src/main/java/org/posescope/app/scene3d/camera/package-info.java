/** Where the 3D scene is seen from: presets, framing of people, orbit by mouse. */
package org.posescope.app.scene3d.camera;
