/** The bar at the top of the window. */
package org.posescope.app.toolbar;
