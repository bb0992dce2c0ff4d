package org.posescope.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs the frames of a source through stages, see the package's description. Made for one run; thread-safe.
 */
public final class Engine implements AutoCloseable {
    private static final long CLOSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LONG_NANOS = TimeUnit.DAYS.toNanos(365);

    private final EngineOptions options;
    private final EngineListener listener;
    private final Playback playback;
    private final StateMachine state = new StateMachine();
    private final Metrics metrics = new Metrics();
    private final Gate gate;
    private final Delivery delivery;
    private final List<StageSpec> firstStages;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final AtomicReference<StageChain> nextChain = new AtomicReference<>();
    private final AtomicBoolean listenerStuck = new AtomicBoolean();
    private final AtomicBoolean shutDown = new AtomicBoolean();
    private final Thread admission = new Thread(this::admit, "posescope-admit");
    private final Watch watch = new Watch(this::look, this::publish, this::fail);
    private volatile StageChain chain;
    private volatile Feed feed;
    private long nextSequence;

    /** Takes over the playback. Nothing runs before {@link #start}. */
    public Engine(EngineOptions options, List<StageSpec> stages, Playback playback, EngineListener listener) {
        this.options = options;
        this.firstStages = List.copyOf(stages);
        this.playback = playback;
        this.listener = listener;
        this.gate = new Gate(options.mode(), options.requests());
        this.delivery = new Delivery(gate, metrics, this::stale, listener, options.maxFailures(), this::fail);
        admission.setDaemon(true);
    }

    /**
     * Loads the models on the calling thread.
     *
     * @throws org.posescope.error.UserException when one cannot be loaded; the engine has to be closed then, too
     * @throws IllegalStateException             when loaded before
     */
    public void load() {
        if (!state.move(RunState.IDLE, RunState.STARTING)) {
            throw new IllegalStateException("an engine runs once");
        }
        try {
            chain = makeChain(firstStages);
            chain.start(nextSequence);
        } catch (RuntimeException e) {
            fail(e);
            throw e;
        }
    }

    /** Lets frames in; loads the models first if that was not done, as {@link #load}. */
    public void start() {
        if (state.get() == RunState.IDLE) {
            load();
        }
        metrics.begin();
        feed = options.policy() == Policy.LIVE ? new NewestFeed(playback, metrics) : new ExactFeed(playback, metrics);
        delivery.start();
        if (state.move(RunState.STARTING, RunState.RUNNING)) {
            admission.start();
        }
        watch.start();
    }

    private StageChain makeChain(List<StageSpec> stages) {
        return new StageChain(stages, this::stale, delivery::accept, metrics);
    }

    private boolean stale(Job job) {
        return job.epoch() < playback.epoch();
    }

    private void admit() {
        try {
            while (admitNext()) {
                // Each call lets one frame in.
            }
            gate.awaitAtMost(0, LONG_NANOS);
            state.moveTo(RunState.STOPPING);
            shutDown(System.nanoTime() + LONG_NANOS);
            state.moveTo(RunState.ENDED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** Lets one frame in; false at the end. */
    private boolean admitNext() throws InterruptedException {
        Mode mode = gate.enter();
        if (mode == null) {
            return false;
        }
        boolean admitted = false;
        try {
            Taken taken = feed.take();
            if (taken != null) {
                replaceChain();
                metrics.admitted();
                admitted = true;
                chain.admit(new Job(nextSequence++, taken.epoch(), mode, taken.source(), taken.frame()));
            }
            return admitted;
        } finally {
            if (!admitted) {
                gate.leave();
            }
        }
    }

    /** Goes over to other models once the frames of the old ones are through; they are stale, so that is soon. */
    private void replaceChain() throws InterruptedException {
        StageChain next = nextChain.getAndSet(null);
        if (next != null) {
            gate.awaitAtMost(1, LONG_NANOS);
            stopChain(chain, System.nanoTime() + CLOSE_NANOS);
            next.start(nextSequence);
            chain = next;
        }
    }

    private void look() {
        long now = System.nanoTime();
        long timeout = options.stageTimeout().toNanos();
        chain.expire(now, timeout);
        if (delivery.busyNanos(now) <= timeout) {
            listenerStuck.set(false);
        } else if (listenerStuck.compareAndSet(false, true)) {
            listener.warned(
                    "showing or writing a result has taken longer than " + options.stageTimeout().toMillis() + " ms");
        }
    }

    private void publish() {
        listener.measured(snapshot());
    }

    private void fail(Throwable cause) {
        if (failure.compareAndSet(null, cause) && state.moveTo(RunState.FAILED)) {
            endAdmission();
        }
    }

    private void endAdmission() {
        gate.close();
        Feed open = feed;
        if (open == null) {
            playback.close();
        } else {
            open.close();
        }
    }

    /** Takes effect with the next frame that is let in, when those in flight are through. Nothing is lost. */
    public void switchMode(Mode mode) {
        gate.want(mode);
    }

    /** The mode that was asked for last. */
    public Mode mode() {
        return gate.wanted();
    }

    /**
     * Goes over to other models. They are loaded on the calling thread while the old ones go on.
     *
     * @throws org.posescope.error.UserException when one cannot be loaded; the old ones stay
     */
    public void changeStages(List<StageSpec> stages) {
        StageChain superseded = nextChain.getAndSet(makeChain(stages));
        if (superseded != null) {
            superseded.discard();
        }
        playback.raiseEpoch();
    }

    public void pause() {
        playback.pause();
        if (state.get() == RunState.RUNNING) {
            state.move(RunState.RUNNING, RunState.PAUSED);
        }
    }

    public void resume() {
        playback.resume();
        if (state.get() == RunState.PAUSED) {
            state.move(RunState.PAUSED, RunState.RUNNING);
        }
    }

    /** Seeking, single steps, speed and change of source. */
    public Playback playback() {
        return playback;
    }

    public RunState state() {
        return state.get();
    }

    /** What ended the run before its time. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Counts up to now. */
    public Counts counts() {
        return metrics.counts();
    }

    /** Counts and times up to now. The interval is that since the last snapshot, be it this one or the one of each second. */
    public MetricsSnapshot snapshot() {
        return metrics.snapshot(gate.wanted(), gate.inFlight());
    }

    /** Waits until the source has ended and all results are delivered, or the run has failed. */
    public void awaitEnd() throws InterruptedException {
        state.await(now -> now == RunState.ENDED || now == RunState.FAILED);
    }

    /** As {@link #awaitEnd}; false when the time is over. */
    public boolean awaitEnd(long nanos) throws InterruptedException {
        return state.await(now -> now == RunState.ENDED || now == RunState.FAILED, nanos);
    }

    /**
     * Lets no more frames in, delivers those in flight as far as that takes less than a second, and frees everything. Must not
     * be called by the listener.
     */
    @Override
    public void close() {
        state.moveTo(RunState.STOPPING);
        endAdmission();
        long deadline = System.nanoTime() + CLOSE_NANOS;
        try {
            gate.awaitAtMost(0, CLOSE_NANOS);
            admission.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            shutDown(deadline);
            admission.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        state.moveTo(RunState.ENDED);
    }

    private void shutDown(long deadlineNanos) throws InterruptedException {
        if (!shutDown.compareAndSet(false, true)) {
            return;
        }
        watch.stop();
        StageChain unused = nextChain.getAndSet(null);
        if (unused != null) {
            unused.discard();
        }
        if (chain != null) {
            stopChain(chain, deadlineNanos);
        }
        if (feed != null && !delivery.stop(deadlineNanos)) {
            listener.warned("showing or writing a result did not end in time");
        }
        endAdmission();
    }

    private void stopChain(StageChain old, long deadlineNanos) throws InterruptedException {
        old.stop(deadlineNanos).ifPresent(stage -> listener
                .warned(stage + " did not end in time; what it holds is only freed when it does"));
    }
}
