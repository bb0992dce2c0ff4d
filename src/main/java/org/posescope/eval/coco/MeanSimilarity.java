package org.posescope.eval.coco;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How near the poses come to people who are well annotated, whatever else was found: for each of them the similarity of the
 * nearest pose.
 *
 * @param leastLabelled points that must be labelled of somebody who counts
 * @param people        who count
 * @param mean          0..1; 0 for somebody who was not found
 */
public record MeanSimilarity(@JsonProperty("least_keypoints") int leastLabelled, @JsonProperty("people") int people,
        @JsonProperty("mean") double mean) {}
