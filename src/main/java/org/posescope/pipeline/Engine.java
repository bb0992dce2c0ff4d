package org.posescope.pipeline;

import java.util.List;
import java.util.Optional;

import org.posescope.pipeline.metrics.Counts;
import org.posescope.pipeline.metrics.Metrics;
import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.playback.Playback;

/**
 * Runs the frames of a source through stages, see the package's description. Made for one run; thread-safe.
 */
public final class Engine implements AutoCloseable {
    /** Begins the names of all threads of engines. */
    public static final String THREAD_PREFIX = "posescope-";

    private final EngineListener listener;
    private final Playback playback;
    private final List<StageSpec> firstStages;
    private final StateMachine state = new StateMachine();
    private final Metrics metrics = new Metrics();
    private final EngineThreads threads = new EngineThreads(this::fail);
    private final Chains chains = new Chains();
    private final Gate gate;
    private final Feed feed;
    private final Delivery delivery;
    private final Watch watch;
    private final Teardown teardown;
    private final Admission admission;
    private final Thread run = threads.create("admit", this::run);
    private final Object pausing = new Object();
    private boolean closed;

    /** Takes over the playback. Nothing runs before {@link #start}. */
    public Engine(EngineOptions options, List<StageSpec> stages, Playback playback, EngineListener listener) {
        this.firstStages = List.copyOf(stages);
        this.playback = playback;
        this.listener = listener;
        this.gate = new Gate(options.mode(), options.requests());
        this.feed = options.policy() == Policy.LIVE
                ? new NewestFeed(playback, metrics, threads)
                : new ExactFeed(playback, metrics);
        this.delivery = new Delivery(gate, metrics, this::stale, listener, new FailureLimit(options.maxFailures()),
                this::fail, threads);
        this.watch = new Watch(options.stageTimeout(), chains, delivery, playback, this::warn, this::publish,
                this::fail, threads);
        this.teardown = new Teardown(gate, feed, chains, delivery, watch, metrics, this::warn);
        this.admission = new Admission(gate, feed, chains, metrics, teardown::warnOfStages);
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
            chains.propose(makeChain(firstStages));
        } catch (RuntimeException | Error e) {
            fail(e);
            throw e;
        }
    }

    /**
     * Lets frames in; loads the models first if that was not done, as {@link #load}. Does nothing when the engine was closed
     * meanwhile.
     *
     * @throws IllegalStateException when started before
     */
    public void start() {
        if (state.get() == RunState.IDLE) {
            load();
        }
        startLoaded();
    }

    private synchronized void startLoaded() {
        if (state.move(RunState.STARTING, RunState.RUNNING)) {
            reflectPause();
            metrics.begin();
            delivery.start();
            watch.start();
            feed.start();
            run.start();
        } else if (state.get() != RunState.STOPPING && state.get() != RunState.ENDED) {
            throw new IllegalStateException("an engine runs once");
        }
    }

    private StageChain makeChain(List<StageSpec> stages) {
        return new StageChain(stages, this::stale, delivery::accept, metrics, threads);
    }

    private boolean stale(Job job) {
        return job.epoch() < playback.epoch();
    }

    private void run() {
        try {
            Optional<Throwable> broken = admitAll();
            if (!gate.closed()) {
                end(broken);
            }
        } catch (InterruptedException e) {
            // Whoever interrupts closes the engine and does the rest.
            Thread.currentThread().interrupt();
        }
    }

    /** Lets all frames in; what broke the source, if that ended it. */
    private Optional<Throwable> admitAll() throws InterruptedException {
        try {
            admission.admitAll();
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            return Optional.of(e);
        }
    }

    /** The end of a run that nobody closed: all that was let in is delivered before. */
    private void end(Optional<Throwable> broken) throws InterruptedException {
        gate.awaitIdle();
        if (broken.isEmpty()) {
            state.moveTo(RunState.STOPPING);
        }
        teardown.complete();
        broken.ifPresentOrElse(this::fail, () -> state.moveTo(RunState.ENDED));
    }

    private void publish() {
        listener.measured(snapshot());
    }

    private void warn(String message) {
        try {
            listener.warned(message);
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void fail(Throwable cause) {
        if (state.fail(cause)) {
            teardown.endAdmission();
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
     * Goes over to other models with the next frame. They are loaded on the calling thread while the old ones go on; frames in
     * flight then are stale. Without effect once the run has ended.
     *
     * @throws org.posescope.error.UserException when one cannot be loaded; the old ones stay
     * @throws IllegalStateException             before the first models were loaded
     */
    public void changeStages(List<StageSpec> stages) {
        if (state.get() == RunState.IDLE) {
            throw new IllegalStateException("nothing was loaded that could be changed");
        }
        chains.propose(makeChain(stages));
        playback.raiseEpoch();
    }

    public void pause() {
        playback.pause();
        reflectPause();
    }

    public void resume() {
        playback.resume();
        reflectPause();
    }

    private void reflectPause() {
        synchronized (pausing) {
            if (playback.paused()) {
                state.move(RunState.RUNNING, RunState.PAUSED);
            } else {
                state.move(RunState.PAUSED, RunState.RUNNING);
            }
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
        return state.failure();
    }

    /** Counts up to now. */
    public Counts counts() {
        return metrics.counts();
    }

    /** Counts and times up to now. The interval is that since the last snapshot, be it this one or the one of each second. */
    public MetricsSnapshot snapshot() {
        return metrics.snapshot(gate.wanted(), gate.inFlight());
    }

    /**
     * Waits until the source has ended or broken and all results are delivered, or until the run has failed otherwise or was
     * closed.
     */
    public void awaitEnd() throws InterruptedException {
        state.await(now -> now == RunState.ENDED || now == RunState.FAILED);
    }

    /** As {@link #awaitEnd()}; false when the time is over. */
    public boolean awaitEnd(long nanos) throws InterruptedException {
        return state.await(now -> now == RunState.ENDED || now == RunState.FAILED, nanos);
    }

    /**
     * Lets no more frames in, delivers those in flight as far as that takes less than about half a second, and frees everything
     * within a second. What hangs longer than that is left behind and told. Works on an interrupted thread, too. Must not be called by the
     * listener.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        state.moveTo(RunState.STOPPING);
        try {
            teardown.endAdmission();
        } finally {
            teardown.hurry(run);
            state.moveTo(RunState.ENDED);
        }
    }
}
