/** The application with a window. */
package org.posescope.app;
