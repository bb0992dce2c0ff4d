package org.posescope.pipeline;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.posescope.pipeline.metrics.Mode;

/**
 * Lets frames into the pipeline: one at a time in min-latency mode, up to the number of requests in async mode. A switch of mode
 * waits until the frames in flight are through, so that both kinds never compete for the machine.
 */
final class Gate {
    private final int requests;
    private Mode wanted;
    private Mode active;
    private int inFlight;
    private boolean closed;

    Gate(Mode mode, int requests) {
        this.requests = requests;
        this.wanted = mode;
        this.active = mode;
    }

    /**
     * Waits until a frame could {@link #enter}, without taking the place: while a source is waited for, nothing is in flight.
     *
     * @return false when the gate was closed
     */
    synchronized boolean awaitPlace() throws InterruptedException {
        while (!closed && !open()) {
            wait();
        }
        return !closed;
    }

    /** Waits for a place and takes it; the mode in which the frame is to run, or nothing when the gate was closed. */
    synchronized Optional<Mode> enter() throws InterruptedException {
        if (!awaitPlace()) {
            return Optional.empty();
        }
        active = wanted;
        inFlight++;
        return Optional.of(active);
    }

    private boolean open() {
        if (wanted != active) {
            return inFlight == 0;
        }
        return inFlight < (active == Mode.MIN_LATENCY ? 1 : requests);
    }

    synchronized void leave() {
        inFlight--;
        notifyAll();
    }

    synchronized void want(Mode mode) {
        wanted = mode;
        notifyAll();
    }

    synchronized Mode wanted() {
        return wanted;
    }

    synchronized int inFlight() {
        return inFlight;
    }

    /** Waits until nothing is in flight. */
    synchronized void awaitIdle() throws InterruptedException {
        while (inFlight > 0) {
            wait();
        }
    }

    /** As {@link #awaitIdle()}; false when the time is over before. */
    synchronized boolean awaitIdle(long deadlineNanos) throws InterruptedException {
        while (inFlight > 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** Lets nothing in from now on. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean closed() {
        return closed;
    }
}
