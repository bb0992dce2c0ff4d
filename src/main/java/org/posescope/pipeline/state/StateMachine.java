package org.posescope.pipeline.state;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** The state of one run, with what it failed of: changed by compare-and-set, awaited by any thread. */
public final class StateMachine {
    private final AtomicReference<Status> status = new AtomicReference<>(new Status(RunState.IDLE, Optional.empty()));
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private record Status(RunState state, Optional<Throwable> failure) {}

    public RunState get() {
        return status.get().state();
    }

    /** Why the run failed; there whenever the state is {@link RunState#FAILED}. */
    public Optional<Throwable> failure() {
        return status.get().failure();
    }

    /** Goes from one state to the other; false when the run was not in the first. */
    public boolean move(RunState from, RunState to) {
        if (!from.leadsTo(to)) {
            throw new IllegalArgumentException("a run never goes from " + from + " to " + to);
        }
        Status now = status.get();
        return now.state() == from && change(now, new Status(to, Optional.empty()));
    }

    /** Goes to the state from wherever the run is, if that is allowed from there; whether it did. */
    public boolean moveTo(RunState to) {
        return moveTo(new Status(to, Optional.empty()));
    }

    /** Ends the run as failed, unless it has ended already; whether it did. */
    public boolean fail(Throwable cause) {
        return moveTo(new Status(RunState.FAILED, Optional.of(cause)));
    }

    private boolean moveTo(Status to) {
        Status now = status.get();
        while (now.state().leadsTo(to.state())) {
            if (change(now, to)) {
                return true;
            }
            now = status.get();
        }
        return false;
    }

    private boolean change(Status from, Status to) {
        boolean moved = status.compareAndSet(from, to);
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

    /** Waits until the state satisfies the condition; false when the time is over. */
    public boolean await(Predicate<RunState> condition, long nanos) throws InterruptedException {
        long left = nanos;
        lock.lock();
        try {
            while (!condition.test(get())) {
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
    public void await(Predicate<RunState> condition) throws InterruptedException {
        lock.lock();
        try {
            while (!condition.test(get())) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
