package org.posescope.eval.people;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Who was found in a picture.
 *
 * @param kind     as in the table
 * @param expected people clearly visible
 * @param scores   of those found
 */
public record PictureCount(@JsonProperty("file") String file, @JsonProperty("kind") String kind,
        @JsonProperty("expected") int expected, @JsonProperty("scores") List<Float> scores) {
    public PictureCount {
        scores = List.copyOf(scores);
    }

    int found() {
        return Math.min(expected, scores.size());
    }

    int tooMany() {
        return Math.max(0, scores.size() - expected);
    }
}
