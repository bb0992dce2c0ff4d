package org.posescope.eval;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.IntStream;

/** By how many frames a motion that was found comes after the true one. */
final class Lag {
    private static final int STEPS_A_FRAME = 10;
    private static final int EARLIEST = -2 * STEPS_A_FRAME;
    private static final int LATEST = 6 * STEPS_A_FRAME;

    private Lag() {}

    /** The delay, in tenths of a frame, at which the motions agree best. */
    static double of(Collection<MotionPair> motions) {
        // The smallest of delays that are as good as each other comes first.
        return IntStream.rangeClosed(EARLIEST, LATEST).boxed().sorted(Comparator.comparingInt(Math::abs))
                .map(step -> (double) step / STEPS_A_FRAME)
                .min((a, b) -> Double.compare(squares(motions, a), squares(motions, b))).orElseThrow();
    }

    private static double squares(Collection<MotionPair> motions, double delay) {
        return motions.stream().mapToDouble(motion -> motion.squaresAt(delay)).sum();
    }
}
