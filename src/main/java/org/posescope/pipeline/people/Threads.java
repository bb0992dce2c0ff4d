package org.posescope.pipeline.people;

import org.posescope.pipeline.metrics.Mode;
import org.posescope.plan.Plan.Machine;

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

    /**
     * A stream for each core, and for a network that is run alone all cores but one: its threads wait for each other after every
     * layer, so that a single one that has to share its core with decoding or drawing would slow all of them many times.
     */
    public static Threads of(Machine machine) {
        return of(machine, Runtime.getRuntime().availableProcessors());
    }

    static Threads of(Machine machine, int cores) {
        return new Threads(machine.threads() > 0 ? machine.threads() : Math.max(1, cores - 1),
                machine.streams() > 0 ? machine.streams() : cores);
    }

    /** Whether in min-latency mode the detector looks while the pose network works, instead of before it. */
    boolean looksBeside() {
        return total == 1;
    }

    /** Copies of a detector with so many threads for all that look: half as many as streams, because each holds some 60 MB. */
    int detectorCopies(int threads) {
        return Math.max(1, copies(threads) / 2);
    }

    /** Copies of a network with so many threads that may work at the same time: one where a call takes more than its share. */
    int copies(int threads) {
        return threads == beside() ? streams : 1;
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
