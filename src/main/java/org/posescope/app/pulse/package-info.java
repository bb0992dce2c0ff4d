/** Measures what the FX thread does. */
package org.posescope.app.pulse;
