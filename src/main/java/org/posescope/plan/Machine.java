package org.posescope.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the work is shared out over the processors. 0 leaves a number to the machine.
 *
 * @param threads  of a network that is run alone
 * @param streams  copies of a network that work side by side
 * @param requests frames in flight in async mode
 * @param batch    the most people that one call of a pose network is for
 */
public record Machine(@JsonProperty("threads") int threads, @JsonProperty("streams") int streams,
        @JsonProperty("requests") int requests, @JsonProperty("batch") int batch) {
    public static final Machine DEFAULT = new Machine(0, 0, 0, 32);

    /** @throws IllegalArgumentException when a number is negative, or there are no batches */
    public Machine {
        if (threads < 0 || streams < 0 || requests < 0 || batch < 1) {
            throw new IllegalArgumentException("no machine has " + threads + " threads, " + streams + " streams, "
                    + requests + " requests and batches of " + batch);
        }
    }

    /** Frames in flight in async mode: by itself two more than there are cores or streams. */
    public int framesInFlight() {
        return requests > 0 ? requests : Math.max(streams, Runtime.getRuntime().availableProcessors()) + 2;
    }

    public Machine withThreads(int newThreads) {
        return new Machine(newThreads, streams, requests, batch);
    }

    public Machine withBatch(int newBatch) {
        return new Machine(threads, streams, requests, newBatch);
    }

    /**
     * The same where a window is drawn meanwhile: by itself one core is left to it, because threads that have to share a core make each
     * other wait after every layer.
     */
    public Machine besideWindow(int cores) {
        return new Machine(threads, threads > 0 ? threads : Math.max(1, cores - 1), requests, batch);
    }
}
