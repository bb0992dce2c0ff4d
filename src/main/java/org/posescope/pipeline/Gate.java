package org.posescope.pipeline;

import java.util.concurrent.TimeUnit;

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

    /** Waits for a place and takes it; the mode in which the frame is to run, or null when the gate was closed. */
    synchronized Mode enter() throws InterruptedException {
        while (!closed && !open()) {
            wait();
        }
        if (closed) {
            return null;
        }
        active = wanted;
        inFlight++;
        return active;
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

    /** Waits until at most this many are in flight; false when the time is over. */
    synchronized boolean awaitAtMost(int number, long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        while (inFlight > number) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
