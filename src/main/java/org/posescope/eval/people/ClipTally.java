package org.posescope.eval.people;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Figures of some clips, each of the same weight however long it is; means are 0 where there is no clip.
 *
 * @param clips          how many
 * @param part           of the people in a frame those who were found, mean, 0..1
 * @param ids            mean
 * @param idsPerPerson   ids for each of the people in a frame, mean
 * @param frames         of all of them
 * @param framesOfNobody of those, in which nobody was found
 */
public record ClipTally(@JsonProperty("clips") int clips, @JsonProperty("part_found") double part,
        @JsonProperty("ids") double ids, @JsonProperty("ids_per_person") double idsPerPerson,
        @JsonProperty("frames") int frames, @JsonProperty("frames_of_nobody") int framesOfNobody) {

    static ClipTally of(Collection<ClipFinding> findings) {
        return new ClipTally(findings.size(), mean(findings, ClipFinding::part),
                mean(findings, finding -> finding.ids().size()), mean(findings, ClipFinding::idsPerPerson),
                findings.stream().mapToInt(ClipFinding::frames).sum(),
                findings.stream().mapToInt(ClipFinding::framesOfNobody).sum());
    }

    private static double mean(Collection<ClipFinding> findings, ToDoubleFunction<ClipFinding> figure) {
        return findings.stream().mapToDouble(figure).average().orElse(0);
    }
}
