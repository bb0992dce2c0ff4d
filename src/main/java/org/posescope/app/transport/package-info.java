/** Play, pause, step, seek, speed and loop. */
package org.posescope.app.transport;
