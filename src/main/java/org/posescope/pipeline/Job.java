package org.posescope.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.posescope.detect.Detection;
import org.posescope.frame.Frame;
import org.posescope.frame.SourceInfo;
import org.posescope.infer.StepListener;
import org.posescope.pose.Person;

/**
 * An admitted frame on its way. One stage at a time owns it and may read and write what it carries; how it ended may be decided
 * by any thread, once.
 */
public final class Job implements StepListener {
    private final long sequence;
    private final long epoch;
    private final Mode mode;
    private final SourceInfo source;
    private final Frame frame;
    private final AtomicInteger stage = new AtomicInteger();
    private final AtomicReference<Ending> ending = new AtomicReference<>();
    private final Map<String, Long> stepNanos = new HashMap<>();
    private Optional<List<Detection>> detections = Optional.empty();
    private List<Person> people = List.of();
    private volatile long enqueuedNanos;
    private volatile long doneNanos;

    /** How a job ended, and why when it was not a result. */
    record Ending(Outcome outcome, Optional<Throwable> cause) {}

    Job(long sequence, long epoch, Mode mode, SourceInfo source, Frame frame) {
        this.sequence = sequence;
        this.epoch = epoch;
        this.mode = mode;
        this.source = source;
        this.frame = frame;
    }

    /** Position among all admitted frames of the engine, from 0 without gaps. */
    public long sequence() {
        return sequence;
    }

    /** Changes whenever frames before and after have nothing to do with each other (seek, other source, other model). */
    public long epoch() {
        return epoch;
    }

    public Mode mode() {
        return mode;
    }

    public SourceInfo source() {
        return source;
    }

    /** The picture, valid while the job is with the stage. */
    public Frame frame() {
        return frame;
    }

    /** People found in this frame, if a detector has looked at it. */
    public Optional<List<Detection>> detections() {
        return detections;
    }

    public void detected(List<Detection> found) {
        detections = Optional.of(List.copyOf(found));
    }

    public List<Person> people() {
        return people;
    }

    public void people(List<Person> newPeople) {
        people = List.copyOf(newPeople);
    }

    /** Notes the time of a step inside a stage, from any thread; times of the same step add up. */
    @Override
    public synchronized void took(String step, long nanos) {
        stepNanos.merge(step, nanos, Long::sum);
    }

    synchronized Map<String, Long> stepNanos() {
        return Map.copyOf(stepNanos);
    }

    /** Moves on from a stage; false when somebody else already did. */
    boolean advance(int fromStage) {
        return stage.compareAndSet(fromStage, fromStage + 1);
    }

    int stage() {
        return stage.get();
    }

    /** Decides how the job ended; false when that was decided before. */
    boolean end(Outcome outcome, Optional<Throwable> cause) {
        return ending.compareAndSet(null, new Ending(outcome, cause));
    }

    Optional<Ending> ending() {
        return Optional.ofNullable(ending.get());
    }

    void enqueued() {
        enqueuedNanos = System.nanoTime();
    }

    long enqueuedNanos() {
        return enqueuedNanos;
    }

    /** Notes when the last stage was through. */
    void done(long nanos) {
        doneNanos = nanos;
    }

    long doneNanos() {
        return doneNanos;
    }
}
