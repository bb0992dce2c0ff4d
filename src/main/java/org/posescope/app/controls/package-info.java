/** Small controls in the style of the window. */
package org.posescope.app.controls;
