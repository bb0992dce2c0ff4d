package org.posescope.eval.people;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What pictures have in common.
 *
 * @param found    expected people who were found: of each picture at most as many as are expected
 * @param tooMany  found beyond those expected; somebody far away whom nobody counted is among them
 * @param empty    pictures in which nobody is expected
 * @param nobody   of these, those in which nobody was found
 */
public record PictureTally(@JsonProperty("pictures") int pictures, @JsonProperty("expected") int expected,
        @JsonProperty("found") int found, @JsonProperty("too_many") int tooMany, @JsonProperty("empty") int empty,
        @JsonProperty("nobody") int nobody) {
    /** Painted people and pictures of many pictures are looked at, but say nothing about people in a scene. */
    private static final Set<String> NOT_COUNTED = Set.of("art", "mosaic");
    private static final int FEW = 3;
    private static final int SEVERAL = 6;

    static PictureTally of(Collection<PictureCount> counts) {
        List<PictureCount> empty = counts.stream().filter(count -> count.expected() == 0).toList();
        return new PictureTally(counts.size(), counts.stream().mapToInt(PictureCount::expected).sum(),
                counts.stream().mapToInt(PictureCount::found).sum(),
                counts.stream().mapToInt(PictureCount::tooMany).sum(), empty.size(),
                (int) empty.stream().filter(count -> count.scores().isEmpty()).count());
    }

    /** Of all that count, of those with so many people, and of each kind, by name in this order. */
    public static Map<String, PictureTally> tables(Collection<PictureCount> counts) {
        List<PictureCount> counted = counts.stream().filter(count -> !NOT_COUNTED.contains(count.kind())).toList();
        Map<String, PictureTally> tables = new LinkedHashMap<>();
        tables.put("all", of(counted));
        tables.put("up to 3", of(counted.stream().filter(count -> count.expected() <= FEW).toList()));
        tables.putAll(grouped(counted, count -> size(count.expected())));
        tables.putAll(grouped(counted, PictureCount::kind));
        return tables;
    }

    private static Map<String, PictureTally> grouped(List<PictureCount> counts, Function<PictureCount, String> group) {
        Map<String, PictureTally> tallies = new TreeMap<>();
        counts.stream().map(group).distinct().forEach(name -> tallies.put(name,
                of(counts.stream().filter(count -> group.apply(count).equals(name)).toList())));
        return tallies;
    }

    private static String size(int people) {
        if (people <= 1) {
            return Integer.toString(people);
        }
        return people <= FEW ? "2-3" : people <= SEVERAL ? "4-6" : "7+";
    }
}
