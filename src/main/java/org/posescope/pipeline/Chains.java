package org.posescope.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * The chain of stages that frames go through, and the one that is to follow it. Thread-safe; one thread admits jobs and changes
 * over.
 */
final class Chains {
    private volatile Optional<StageChain> current = Optional.empty();
    private Optional<StageChain> following = Optional.empty();
    private boolean stopped;

    /** Takes over a chain that is to be used from the next {@link #changeOver} on, instead of any proposed before. */
    void propose(StageChain chain) {
        Optional<StageChain> unwanted;
        synchronized (this) {
            unwanted = stopped ? Optional.of(chain) : following;
            following = stopped ? Optional.empty() : Optional.of(chain);
        }
        unwanted.ifPresent(StageChain::discard);
    }

    synchronized boolean changing() {
        return following.isPresent();
    }

    /**
     * Starts the proposed chain, if there is one; nothing may be in flight.
     *
     * @return the chain before, which is the caller's to stop
     */
    synchronized Optional<StageChain> changeOver(long firstSequence) {
        if (following.isEmpty()) {
            return Optional.empty();
        }
        Optional<StageChain> before = current;
        current = following;
        following = Optional.empty();
        current.get().start(firstSequence);
        return before;
    }

    void admit(Job job) {
        current.orElseThrow().admit(job);
    }

    void expire(long nowNanos, long timeoutNanos) {
        current.ifPresent(chain -> chain.expire(nowNanos, timeoutNanos));
    }

    /**
     * Ends everything; may be repeated.
     *
     * @return the names of stages that did not come back before the deadline
     */
    List<String> stop(long deadlineNanos) throws InterruptedException {
        Optional<StageChain> unused;
        synchronized (this) {
            stopped = true;
            unused = following;
            following = Optional.empty();
        }
        unused.ifPresent(StageChain::discard);
        return current.isEmpty() ? List.of() : current.get().stop(deadlineNanos);
    }
}
