/** Exporting motion from the window: of the whole clip, or of what was recorded. */
package org.posescope.app.export;
