package org.posescope.report;

import java.util.List;
import java.util.Optional;

import org.posescope.eval.coco.CocoFigures;
import org.posescope.eval.coco.MeanSimilarity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The report of an evaluation on annotated pictures.
 *
 * @param pictures that count
 * @param people   annotated in them, who count
 * @param found    by the program
 * @param oks      mean similarity to people who are well annotated
 * @param failures why pictures could not be looked at; their people count as not found
 * @param settings how people were found; empty when another program found them
 * @param run      its speed; likewise
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CocoReport(@JsonProperty("pictures") long pictures, @JsonProperty("people") long people,
        @JsonProperty("found") long found, @JsonProperty("figures") CocoFigures figures,
        @JsonProperty("oks") MeanSimilarity oks, @JsonProperty("failures") List<String> failures,
        @JsonProperty("settings") Optional<Settings> settings, @JsonProperty("run") Optional<RunReport> run) {
    public CocoReport {
        failures = List.copyOf(failures);
    }

    /**
     * How people were found.
     *
     * @param boxes     where their boxes came from: {@code detected} or {@code ground-truth}
     * @param batch     the most people in one call of the pose network
     * @param threshold least score of a person; without effect on boxes of the ground truth
     */
    public record Settings(@JsonProperty("boxes") String boxes, @JsonProperty("flip_test") boolean flipTest,
            @JsonProperty("batch_size") int batch, @JsonProperty("threshold") float threshold) {}
}
