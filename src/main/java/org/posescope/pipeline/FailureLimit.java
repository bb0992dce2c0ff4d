package org.posescope.pipeline;

import java.util.Optional;

/** Ends a run in which frame after frame fails, with the cause of the first. Used by the delivery thread. */
final class FailureLimit {
    private final int limit;
    private int inARow;
    private Throwable first;

    FailureLimit(int limit) {
        this.limit = limit;
    }

    /** Takes note of how the next frame ended; the first cause when the limit is reached with it. */
    Optional<Throwable> next(Job.Ending ending) {
        switch (ending.outcome()) {
            case RESULT -> inARow = 0;
            case FAILED, TIMED_OUT -> {
                if (inARow++ == 0) {
                    first = ending.cause().orElseThrow();
                }
            }
            case STALE -> {
                // Says nothing about the stages.
            }
        }
        return inARow == limit ? Optional.of(first) : Optional.empty();
    }
}
