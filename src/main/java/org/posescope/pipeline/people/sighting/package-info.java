/** Who is in a frame: sightings of pose networks set against what detectors say, and where else to look for somebody. */
package org.posescope.pipeline.people.sighting;
