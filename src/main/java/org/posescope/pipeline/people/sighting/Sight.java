package org.posescope.pipeline.people.sighting;

import java.util.List;
import java.util.function.Function;

import org.posescope.frame.Region;
import org.posescope.pipeline.people.sighting.Sighting.Scoring;
import org.posescope.pose.Box;

/**
 * What is to be known of the networks of a top-down preset when people are looked for with them.
 *
 * @param alternatives regions to try where the pose network is not sure of somebody in a box
 */
public record Sight(double usualThreshold, Scoring scoring, Function<Box, List<Region>> alternatives) {}
