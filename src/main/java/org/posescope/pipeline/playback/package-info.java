/** Where in its source a run is: pause, seek, speed, single steps, change of source. */
package org.posescope.pipeline.playback;
