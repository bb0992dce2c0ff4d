/** The stages that find people: detector, regions carried from frame to frame, pose networks, identities, smoothing, place. */
package org.posescope.pipeline.people;
