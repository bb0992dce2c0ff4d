/** Copies of a pose network that share out the people of a frame, and those of the next one as soon as it is known where they are. */
package org.posescope.pipeline.people.crew;
