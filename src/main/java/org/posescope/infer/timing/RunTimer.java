package org.posescope.infer.timing;

import java.util.Map;
import java.util.function.LongSupplier;

import org.posescope.infer.Session;
import org.posescope.tensor.Tensor;

/**
 * Measures how long one run of a network takes: the shortest of several, because whatever else the machine does only adds to it.
 *
 * @param nanoTime  a clock
 * @param least     runs
 * @param most      runs
 * @param mostNanos no run begins later, but those of {@code least}
 */
public record RunTimer(LongSupplier nanoTime, int least, int most, long mostNanos) {
    private static final double NANOS_PER_MILLI = 1e6;

    /** Milliseconds. */
    public double millis(Session session, Map<String, Tensor> input) {
        long best = Long.MAX_VALUE;
        long begin = nanoTime.getAsLong();
        for (int run = 0; run < least || (run < most && nanoTime.getAsLong() - begin < mostNanos); run++) {
            long start = nanoTime.getAsLong();
            session.run(input);
            best = Math.min(best, nanoTime.getAsLong() - start);
        }
        return best / NANOS_PER_MILLI;
    }
}
