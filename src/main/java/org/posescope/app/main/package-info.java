/** Puts the window together. */
package org.posescope.app.main;
