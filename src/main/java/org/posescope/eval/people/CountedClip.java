package org.posescope.eval.people;

/**
 * A clip in which somebody counted the people.
 *
 * @param file   its name as the table has it
 * @param people clearly visible in a frame, mean
 */
public record CountedClip(String file, double people) {
    private static final double SEVERAL = 1.5;

    public boolean ofSeveral() {
        return people >= SEVERAL;
    }

    public boolean ofOne() {
        return people > 0 && !ofSeveral();
    }
}
