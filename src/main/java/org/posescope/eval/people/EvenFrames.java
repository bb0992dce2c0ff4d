package org.posescope.eval.people;

/**
 * A few frames of a clip, evenly spread.
 *
 * @param wanted how many, at least 1
 * @param total  frames of the clip, not positive when unknown; then frames of its first seconds are taken
 */
public record EvenFrames(int wanted, long total) {
    /** Of a clip of unknown length. */
    private static final long STEP = 60;

    boolean holds(long index) {
        if (total <= 0) {
            return index % STEP == 0 && index / STEP < wanted;
        }
        long part = index * wanted / total;
        long middle = (2 * part + 1) * total / (2L * wanted);
        return part < wanted && index == middle;
    }
}
