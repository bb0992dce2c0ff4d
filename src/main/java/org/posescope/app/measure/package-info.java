/** Angles over time beside the 3D view, and at joints of the picture. */
package org.posescope.app.measure;
