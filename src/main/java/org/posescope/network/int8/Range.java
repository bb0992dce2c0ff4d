package org.posescope.network.int8;

/**
 * The smallest and largest number of an array that is to be kept. Zero is always inside, because padding puts zeros at the borders and
 * they must be exact.
 *
 * @param min at most 0
 * @param max at least 0
 */
public record Range(float min, float max) {
    public Range {
        if (!(min <= 0 && max >= 0) || Float.isInfinite(min) || Float.isInfinite(max)) {
            throw new IllegalArgumentException("a range has zero inside and ends: " + min + " to " + max);
        }
    }

    /** The range of two numbers, widened to zero. */
    public static Range of(float least, float greatest) {
        return new Range(Math.min(least, 0), Math.max(greatest, 0));
    }

    /** The range that has both. */
    Range with(Range other) {
        return new Range(Math.min(min, other.min), Math.max(max, other.max));
    }
}
