package org.posescope.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import org.posescope.frame.Frame;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.StepListener;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.metrics.Outcome;
import org.posescope.pipeline.playback.PendingFrame;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;

/**
 * An admitted frame on its way. One stage at a time owns it and may read and write what it carries, or two beside each other, which
 * only leave what the other one does not ask for; how it ended may be decided
 * by any thread, once.
 */
public final class Job implements StepListener {
    private final long sequence;
    private final Mode mode;
    private final PendingFrame taken;
    private final Scenes.Place place;
    private final AtomicReference<Ending> ending = new AtomicReference<>();
    private final Map<String, Long> stepNanos = new HashMap<>();
    private final Map<Attachment<?>, Object> attachments = new ConcurrentHashMap<>();
    private List<Person> people = List.of();
    private Optional<Camera> camera = Optional.empty();
    private int leftOut;
    private boolean recalled;
    private volatile long enqueuedNanos;
    private volatile long doneNanos;

    /** How a job ended, and why when it was not a result. */
    record Ending(Outcome outcome, Optional<Throwable> cause) {}

    /**
     * A place on a job for something that one stage leaves to a later one, of which the engine knows nothing. Two attachments are never the
     * same place.
     *
     * @param <T> what is left there
     */
    @SuppressWarnings("UnusedTypeParameter") // What is left there has it: see attach.
    public static final class Attachment<T> {
        private final String name;

        /** @param name for people who debug */
        public Attachment(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Takes over the frame. */
    Job(long sequence, Mode mode, PendingFrame taken, Scenes.Place place) {
        this.sequence = sequence;
        this.mode = mode;
        this.taken = taken;
        this.place = place;
    }

    /** Position among all admitted frames of the engine, from 0 without gaps. */
    public long sequence() {
        return sequence;
    }

    /** Raised by a seek, another source or other models: results of an older one are thrown away. */
    long epoch() {
        return taken.epoch();
    }

    /**
     * Changes whenever frames before and after have nothing to do with each other: seek, other source, other models, a source that starts
     * again, a longer stretch that was recalled.
     */
    public long scene() {
        return place.scene();
    }

    /** Time in the source since the scene began, in microseconds. */
    public long followedMicros() {
        return place.followedMicros();
    }

    /** Presentation time since the frame that the stages worked on before, in microseconds; empty for the first of a scene. */
    public OptionalLong gapMicros() {
        return place.gapMicros();
    }

    /** Whether the frame just before it in the source was the one that the stages worked on before. */
    public boolean adjacent() {
        return place.adjacent();
    }

    public Mode mode() {
        return mode;
    }

    public SourceInfo source() {
        return taken.source();
    }

    /** The picture, valid while the job is with the stage. */
    public Frame frame() {
        return taken.frame();
    }

    /** What a stage before left there, if anything. */
    @SuppressWarnings("unchecked") // attach() lets nothing else in
    public <T> Optional<T> attached(Attachment<T> attachment) {
        return Optional.ofNullable((T) attachments.get(attachment));
    }

    /** Leaves something to later stages, in place of what was left there before. */
    public <T> void attach(Attachment<T> attachment, T value) {
        attachments.put(attachment, value);
    }

    public List<Person> people() {
        return people;
    }

    public void people(List<Person> newPeople) {
        people = List.copyOf(newPeople);
    }

    /** How many more people are there, whom nobody wants to see. */
    public int leftOut() {
        return leftOut;
    }

    public void leftOut(int count) {
        leftOut = count;
    }

    /** The camera that the people were placed for, once that is known. */
    public Optional<Camera> camera() {
        return camera;
    }

    public void camera(Camera known) {
        camera = Optional.of(known);
    }

    /** Its people are known; no stage is to work on it. */
    void recall(List<Person> known) {
        people(known);
        recalled = true;
    }

    boolean recalled() {
        return recalled;
    }

    /** Notes the time of a step inside a stage, from any thread; times of the same step add up. */
    @Override
    public synchronized void took(String step, long nanos) {
        stepNanos.merge(step, nanos, Long::sum);
    }

    synchronized Map<String, Long> stepNanos() {
        return Map.copyOf(stepNanos);
    }

    /** {@link System#nanoTime} from which the latency of the frame counts. */
    long sinceNanos() {
        return taken.sinceNanos();
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

    /** Where a job goes: to a stage, past stages that are given up, and at last to delivery. Each takes a job over from the one before. */
    interface Route {
        /** Takes a job over, on whatever thread. */
        void accept(Job job);
    }
}
