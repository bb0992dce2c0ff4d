package org.posescope.eval.people;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How many people were found in pictures.
 *
 * @param total     of all that count
 * @param kinds     of those, by kind in the order of their names
 * @param groups    of those with anybody, by {@link GroupSize#label}
 * @param upToThree of those with no more than three people
 * @param ofNobody  of those with nobody to find
 * @param apart     by kind, of pictures that do not count
 */
public record PictureFigures(@JsonProperty("total") PictureTally total,
        @JsonProperty("kinds") Map<String, PictureTally> kinds,
        @JsonProperty("groups") Map<String, PictureTally> groups,
        @JsonProperty("up_to_three") PictureTally upToThree, @JsonProperty("of_nobody") PictureTally ofNobody,
        @JsonProperty("apart") Map<String, PictureTally> apart) {
    private static final int FEW = 3;

    public static PictureFigures of(Collection<PictureFinding> findings) {
        List<PictureFinding> counting = findings.stream().filter(finding -> finding.picture().counts()).toList();
        Map<String, PictureTally> groups = new LinkedHashMap<>();
        for (GroupSize size : GroupSize.values()) {
            groups.put(size.label(), tally(counting, finding -> size.holds(finding.expected())));
        }
        return new PictureFigures(PictureTally.of(counting), kinds(counting), groups,
                tally(counting, finding -> finding.expected() <= FEW),
                tally(counting, finding -> finding.expected() == 0),
                kinds(findings.stream().filter(finding -> !finding.picture().counts()).toList()));
    }

    private static PictureTally tally(List<PictureFinding> findings, Predicate<PictureFinding> which) {
        return PictureTally.of(findings.stream().filter(which).toList());
    }

    private static Map<String, PictureTally> kinds(List<PictureFinding> findings) {
        return findings.stream().collect(groupingBy(PictureFinding::kind, TreeMap::new,
                collectingAndThen(toList(), PictureTally::of)));
    }
}
