/** Who is seen when in the clip that is open, as lanes over time. */
package org.posescope.app.timeline;
