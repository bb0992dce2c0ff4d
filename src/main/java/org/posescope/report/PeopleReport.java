package org.posescope.report;

import java.util.List;
import java.util.Map;

import org.posescope.eval.people.ClipCount;
import org.posescope.eval.people.PictureCount;
import org.posescope.eval.people.PictureTally;
import org.posescope.plan.Plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How many people are found.
 *
 * @param tallies  of pictures, by group
 * @param pictures each of them
 * @param clips    each of them
 * @param failures why pictures or clips could not be looked at; they are not among the others
 * @param plan     how people were found
 */
public record PeopleReport(@JsonProperty("tallies") Map<String, PictureTally> tallies,
        @JsonProperty("pictures") List<PictureCount> pictures, @JsonProperty("clips") List<ClipCount> clips,
        @JsonProperty("failures") List<String> failures, @JsonProperty("plan") Plan plan) {}
