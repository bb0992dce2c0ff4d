/** A video of the open clip, or of the marked part, with everything that is drawn, at its full rate. */
package org.posescope.app.render;
