package org.posescope.eval.people;

import java.util.Collection;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Sums over pictures. Heads are counted, not places compared: somebody missed and a ghost in the same picture cancel out.
 *
 * @param pictures how many
 * @param people   expected in them
 * @param found    of those, picture by picture no more than are expected
 * @param tooMany  found beyond what is expected
 * @param exact    pictures in which as many were found as are expected
 */
public record PictureTally(@JsonProperty("pictures") int pictures, @JsonProperty("people") int people,
        @JsonProperty("found") int found, @JsonProperty("too_many") int tooMany, @JsonProperty("exact") int exact) {

    static PictureTally of(Collection<PictureFinding> findings) {
        int people = 0;
        int found = 0;
        int tooMany = 0;
        int exact = 0;
        for (PictureFinding finding : findings) {
            people += finding.expected();
            found += Math.min(finding.found(), finding.expected());
            tooMany += Math.max(0, finding.found() - finding.expected());
            exact += finding.found() == finding.expected() ? 1 : 0;
        }
        return new PictureTally(findings.size(), people, found, tooMany, exact);
    }
}
