package org.posescope.body.hand;

/** How far something goes on its way in some time when the rest of the way shrinks exponentially. */
final class Easing {
    private Easing() {}

    /**
     * A share, 0..1.
     *
     * @param seconds that have passed
     * @param time    seconds in which the rest shrinks to 37 %
     */
    static double share(double seconds, double time) {
        return 1 - Math.exp(-seconds / time);
    }
}
