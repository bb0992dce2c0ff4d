/** Sends motion to other programs while it is found. */
package org.posescope.app.live;
