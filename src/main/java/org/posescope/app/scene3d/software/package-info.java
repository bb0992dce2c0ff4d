/** The 3D scene drawn in software, where there is no graphics hardware. */
package org.posescope.app.scene3d.software;
