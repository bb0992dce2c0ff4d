package org.posescope.workshop.demo.motion;

/** The small, slow, never quite repeating motion of somebody alive: a sum of sines of unrelated periods. */
final class Sway {
    private static final double[] SECONDS = {5.3, 3.1, 1.93};
    private static final double[] SIZES = {0.55, 0.3, 0.15};
    private static final double GOLDEN = 0.6180339887;
    private static final double BREATH_SECONDS = 3.7;

    private final double seed;

    Sway(double seed) {
        this.seed = seed;
    }

    /** Between -1 and 1; another number gives another motion. */
    double at(double time, int number) {
        double sum = 0;
        for (int k = 0; k < SECONDS.length; k++) {
            double phase = 2 * Math.PI * (seed + (number * SECONDS.length + k) * GOLDEN);
            double period = SECONDS[k] * (1 + 0.1 * (number % 3));
            sum += SIZES[k] * StrictMath.sin(2 * Math.PI * time / period + phase);
        }
        return sum;
    }

    /** The breath: 1 in, -1 out. */
    double breath(double time) {
        return StrictMath.sin(2 * Math.PI * (time / BREATH_SECONDS + seed));
    }
}
