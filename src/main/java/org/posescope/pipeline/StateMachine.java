package org.posescope.pipeline;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** The state of one run: changed by compare-and-set, awaited by any thread. */
final class StateMachine {
    private final AtomicReference<RunState> state = new AtomicReference<>(RunState.IDLE);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    RunState get() {
        return state.get();
    }

    /** Goes from one state to the other; false when the run was not in the first. */
    boolean move(RunState from, RunState to) {
        if (!from.leadsTo(to)) {
            throw new IllegalArgumentException("a run never goes from " + from + " to " + to);
        }
        boolean moved = state.compareAndSet(from, to);
        if (moved) {
            lock.lock();
            try {
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
        return moved;
    }

    /** Goes to the state from wherever the run is, if that is allowed from there; whether it did. */
    boolean moveTo(RunState to) {
        RunState from = state.get();
        while (from.leadsTo(to)) {
            if (move(from, to)) {
                return true;
            }
            from = state.get();
        }
        return false;
    }

    /** Waits until the state satisfies the condition; false when the time is over. */
    boolean await(Predicate<RunState> condition, long nanos) throws InterruptedException {
        long left = nanos;
        lock.lock();
        try {
            while (!condition.test(state.get())) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #await(Predicate, long)} for as long as it takes. */
    void await(Predicate<RunState> condition) throws InterruptedException {
        while (!await(condition, TimeUnit.HOURS.toNanos(1))) {
            Thread.onSpinWait();
        }
    }
}
