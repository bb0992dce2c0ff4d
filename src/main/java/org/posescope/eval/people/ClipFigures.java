package org.posescope.eval.people;

import java.util.Collection;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How many people were found in clips.
 *
 * @param several of clips with several people
 * @param single  of clips with a single person
 */
public record ClipFigures(@JsonProperty("several") ClipTally several, @JsonProperty("single") ClipTally single) {
    public static ClipFigures of(Collection<ClipFinding> findings) {
        return new ClipFigures(ClipTally.of(findings.stream().filter(each -> each.clip().ofSeveral()).toList()),
                ClipTally.of(findings.stream().filter(each -> each.clip().ofOne()).toList()));
    }
}
