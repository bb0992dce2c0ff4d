/** People ready to be shown in 3D, apart from how they are drawn: posed bodies, shadows, trails, extents. */
package org.posescope.app.scene3d.posed;
