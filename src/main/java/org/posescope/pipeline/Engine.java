package org.posescope.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.StageChain.RunContext;
import org.posescope.pipeline.metrics.Counts;
import org.posescope.pipeline.metrics.Metrics;
import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.playback.Playback;
import org.posescope.pipeline.state.RunState;
import org.posescope.pipeline.state.StateMachine;

/**
 * Runs the frames of a source through stages, see the package's description. Made for one run; thread-safe.
 */
public final class Engine implements AutoCloseable {
    private final EngineListener listener;
    private final Playback playback;
    private final List<StageSpec> firstStages;
    private final Recall firstRecall;
    private final StateMachine state = new StateMachine();
    private final Metrics metrics = new Metrics();
    private final StageChain stages;
    private final Gate gate;
    private final Feed feed;
    private final Delivery delivery;
    private final Watch watch;
    private final Admission admission;
    private final Thread admitting;
    private final Shutdown shutdown;
    private final Object pausing = new Object();
    private boolean closed;

    /** Takes over the playback. Nothing runs before {@link #start}. */
    public Engine(EngineOptions options, List<StageSpec> firstStages, Playback playback, EngineListener listener) {
        this(options, firstStages, Recall.NOTHING, playback, listener);
    }

    /**
     * As the other.
     *
     * @param firstRecall knows the people of frames that the first stages need not work on
     */
    public Engine(EngineOptions options, List<StageSpec> firstStages, Recall firstRecall, Playback playback,
            EngineListener listener) {
        this.firstStages = List.copyOf(firstStages);
        this.firstRecall = firstRecall;
        this.playback = playback;
        this.listener = listener;
        EngineThreads threads = new EngineThreads(this::fail);
        RunContext run = new RunContext(playback, metrics, threads, this::warn, this::fail);
        this.gate = new Gate(options.mode(), options.requests());
        this.feed = options.policy() == Policy.LIVE
                ? new NewestFeed(playback, metrics, threads)
                : new ExactFeed(playback, metrics);
        this.delivery = new Delivery(gate, listener, new FailureLimit(options.maxFailures()), run);
        this.stages = new StageChain(delivery, run);
        this.watch = new Watch(options.stageTimeout(), stages, delivery, this::publish, run);
        this.admission = new Admission(gate, feed, stages, metrics);
        this.admitting = threads.create("admit", this::admit);
        this.shutdown = new Shutdown(gate, feed, admitting, stages, delivery, watch, run);
    }

    /**
     * Loads the models on the calling thread.
     *
     * @throws org.posescope.error.UserException when one cannot be loaded; the engine has to be closed then, too
     * @throws java.util.concurrent.CancellationException when the thread is interrupted; likewise
     * @throws IllegalStateException             when loaded before
     */
    public void load() {
        if (!state.move(RunState.IDLE, RunState.STARTING)) {
            throw new IllegalStateException("an engine runs once");
        }
        try {
            stages.propose(firstStages, firstRecall);
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
            admitting.start();
        } else if (state.get() != RunState.STOPPING && state.get() != RunState.ENDED) {
            throw new IllegalStateException("an engine runs once");
        }
    }

    private void admit() {
        try {
            Optional<Throwable> broken = admission.admitAll();
            if (!gate.closed()) {
                end(broken);
            }
        } catch (InterruptedException e) {
            // Whoever interrupts closes the engine and does the rest.
            Thread.currentThread().interrupt();
        }
    }

    /** The end of a run that nobody closed: all that was let in is delivered before. */
    private void end(Optional<Throwable> broken) throws InterruptedException {
        gate.awaitIdle();
        if (broken.isEmpty()) {
            state.moveTo(RunState.STOPPING);
        }
        shutdown.patiently();
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
            shutdown.endAdmission();
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

    /** As {@link #changeStages(List, Recall)} where nothing is known of frames. */
    public void changeStages(List<StageSpec> newStages) {
        changeStages(newStages, Recall.NOTHING);
    }

    /**
     * Goes over to other models with the next frame. They are loaded on the calling thread while the old ones go on; frames in
     * flight then are stale. Without effect once the run has ended.
     *
     * @param recall knows the people of frames that the new stages need not work on
     * @throws org.posescope.error.UserException when one cannot be loaded; the old ones stay
     * @throws IllegalStateException             before the first models were loaded
     */
    public void changeStages(List<StageSpec> newStages, Recall recall) {
        if (state.get() == RunState.IDLE) {
            throw new IllegalStateException("nothing was loaded that could be changed");
        }
        stages.propose(newStages, recall);
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
            shutdown.endAdmission();
        } finally {
            shutdown.hurry();
            state.moveTo(RunState.ENDED);
        }
    }

    /**
     * What engines that were closed had to leave behind because it did not come back, such as a call of a network that still runs in its
     * library, and models that are still being loaded: names of threads. Empty while nothing of that kind is, and no engine runs.
     */
    public static List<String> leftBehind() {
        return EngineThreads.alive();
    }

    /**
     * How an engine runs.
     *
     * @param requests     frames in flight in async mode
     * @param stageTimeout after which a stage is taken for stuck and replaced, and a stuck source or listener is told
     * @param maxFailures  frames in a row that may fail before the run ends
     */
    public record EngineOptions(Policy policy, Mode mode, int requests, Duration stageTimeout, int maxFailures) {
        /** Where somebody watches. */
        private static final Duration LIVE_TIMEOUT = Duration.ofSeconds(20);
        /** Where no frame may be lost because a machine is slow or crowded. */
        private static final Duration EXACT_TIMEOUT = Duration.ofMinutes(1);
        public static final int DEFAULT_MAX_FAILURES = 10;

        public EngineOptions {
            if (requests < 1 || maxFailures < 1 || stageTimeout.isNegative() || stageTimeout.isZero()) {
                throw new IllegalArgumentException("an engine needs at least one request, one failure and some time");
            }
        }

        public static EngineOptions of(Policy policy, Mode mode, int requests) {
            return new EngineOptions(policy, mode, requests, policy == Policy.EXACT ? EXACT_TIMEOUT : LIVE_TIMEOUT,
                    DEFAULT_MAX_FAILURES);
        }
    }
}
