/** The FX thread: what may run nowhere else asks for it, and what runs on it is measured. */
package org.posescope.app.pulse;
