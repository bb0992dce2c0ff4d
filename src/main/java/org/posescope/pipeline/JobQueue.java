package org.posescope.pipeline;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Jobs that wait for a stage. An ordered queue hands them out by sequence without gaps, holding back those that came early; any
 * other hands out the oldest that is there. Thread-safe. Bounded by the number of frames in flight, not by itself.
 */
final class JobQueue {
    private final boolean ordered;
    private final PriorityQueue<Job> waiting = new PriorityQueue<>(Comparator.comparingLong(Job::sequence));
    private long next;
    private boolean closed;

    JobQueue(boolean ordered) {
        this.ordered = ordered;
    }

    /** Sets the sequence of the first job that will come. */
    synchronized void startAt(long firstSequence) {
        next = firstSequence;
    }

    synchronized void put(Job job) {
        job.enqueued();
        waiting.add(job);
        notifyAll();
    }

    /** The next job, or null when the queue was closed. */
    synchronized Job take() throws InterruptedException {
        while (!closed && !ready()) {
            wait();
        }
        if (closed) {
            return null;
        }
        next++;
        return waiting.poll();
    }

    private boolean ready() {
        Job first = waiting.peek();
        return first != null && (!ordered || first.sequence() == next);
    }

    /** Ends all waiting for jobs; the jobs that nobody will take now. */
    synchronized List<Job> close() {
        closed = true;
        notifyAll();
        List<Job> left = List.copyOf(waiting);
        waiting.clear();
        return left;
    }
}
