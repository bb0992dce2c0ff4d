/** Looks at a whole clip in the background, so that all of it is kept. */
package org.posescope.app.analysis;
