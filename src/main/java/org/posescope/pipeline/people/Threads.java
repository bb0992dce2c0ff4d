package org.posescope.pipeline.people;

import org.posescope.pipeline.Mode;

/**
 * How the machine is shared out.
 *
 * @param total   threads that one call of a network uses in min-latency mode
 * @param streams copies of a network that work at the same time, on different frames or different people
 */
public record Threads(int total, int streams) {
    public Threads {
        if (total < 1 || streams < 1) {
            throw new IllegalArgumentException("at least one thread and one stream, not " + total + " and " + streams);
        }
    }

    /** All cores, and a stream each. */
    public static Threads ofMachine(int cores) {
        return new Threads(cores, cores);
    }

    /** Threads of a network that is run alone. */
    public int alone(Mode mode) {
        return mode == Mode.MIN_LATENCY ? total : beside();
    }

    /** Threads of each network where several run beside each other. */
    public int beside() {
        return Math.max(1, total / streams);
    }
}
