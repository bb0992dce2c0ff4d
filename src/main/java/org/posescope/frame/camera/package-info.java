/** The cameras of this computer: what there is, and how FFmpeg is to open it. */
package org.posescope.frame.camera;
