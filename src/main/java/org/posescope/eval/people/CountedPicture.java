package org.posescope.eval.people;

import java.util.Set;

/**
 * A picture in which somebody counted the people.
 *
 * @param file   its name as the table has it
 * @param kind   what it is of: {@code art} and {@code mosaic} do not count, {@code empty} and {@code legsonly} have nobody to find
 * @param people clearly visible ones
 */
public record CountedPicture(String file, String kind, int people) {
    private static final Set<String> APART = Set.of("art", "mosaic");
    private static final Set<String> OF_NOBODY = Set.of("empty", "legsonly");

    /** Whether it belongs into the figures; nobody can say how many people others show. */
    public boolean counts() {
        return !APART.contains(kind);
    }

    /** How many people there are to find. */
    public int expected() {
        return OF_NOBODY.contains(kind) ? 0 : people;
    }
}
