package org.posescope.pipeline;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Jobs that wait for a stage. An ordered queue hands them out by sequence without gaps, holding back those that came early; any
 * other hands out the oldest that is there. Thread-safe. Bounded by the number of frames in flight, not by itself.
 *
 * <p>An ordered one may be told to stay behind: it hands a job out when the one so many before it is {@link #through}.
 */
final class JobQueue {
    private final boolean ordered;
    private final PriorityQueue<Job> waiting = new PriorityQueue<>(Comparator.comparingLong(Job::sequence));
    private final int ahead;
    private long next;
    /** The first sequence that has to wait for jobs before it to be through. */
    private long horizon = Long.MAX_VALUE;
    private boolean finished;
    private boolean closed;

    JobQueue(boolean ordered) {
        this(ordered, 0);
    }

    /** @param ahead so many jobs are handed out before the first of them is through; 0: any number */
    JobQueue(boolean ordered, int ahead) {
        this.ordered = ordered;
        this.ahead = ahead;
    }

    /** Sets the sequence of the first job that will come. */
    synchronized void startAt(long firstSequence) {
        next = firstSequence;
        if (ahead > 0) {
            horizon = firstSequence + ahead;
        }
    }

    /** Notes that whoever is waited for is through with a job and all before it. */
    synchronized void through(long sequence) {
        if (ahead > 0) {
            horizon = Math.max(horizon, sequence + 1 + ahead);
            notifyAll();
        }
    }

    /** Takes a job over; false when nobody will ask for it, so that it stays with the caller. */
    synchronized boolean put(Job job) {
        if (closed) {
            return false;
        }
        job.enqueued();
        waiting.add(job);
        notifyAll();
        return true;
    }

    /** The next job, which is the caller's then; null when none will come. */
    synchronized Job take() throws InterruptedException {
        while (!closed && !finished && !ready()) {
            wait();
        }
        Job job = waiting.poll();
        next++;
        return job;
    }

    private boolean ready() {
        Job first = waiting.peek();
        return first != null && (!ordered || (first.sequence() == next && next < horizon));
    }

    /** Ends the waiting: what is here is still handed out, by sequence, even where some between never came. */
    synchronized void finish() {
        finished = true;
        notifyAll();
    }

    /** Hands nothing out any more; the jobs that are here are the caller's. */
    synchronized List<Job> close() {
        closed = true;
        notifyAll();
        List<Job> left = waiting.stream().sorted(waiting.comparator()).toList();
        waiting.clear();
        return left;
    }
}
