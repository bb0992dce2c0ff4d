package org.posescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.pipeline.Engine.EngineOptions;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.metrics.Counts;
import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.playback.Playback;
import org.posescope.testkit.EngineThreadCensus;
import org.posescope.testkit.FakeSource;

/**
 * An engine over made-up frames with all that a test wants to look at. Closing it closes the engine and holds what must hold
 * after every run: counts add up, no frame is held, no stage is open, no thread is left.
 */
public final class EngineRig implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EngineThreadCensus census = new EngineThreadCensus();
    private final FramePool pool = new FramePool();
    private final RecordingListener listener = new RecordingListener();
    private final List<ScriptedStage> stages = new CopyOnWriteArrayList<>();
    private Engine engine;

    static EngineOptions exact(Mode mode, int requests) {
        return EngineOptions.of(Policy.EXACT, mode, requests);
    }

    static EngineOptions live(Mode mode, int requests) {
        return EngineOptions.of(Policy.LIVE, mode, requests);
    }

    static EngineOptions impatient(Mode mode, Duration stageTimeout) {
        return new EngineOptions(Policy.EXACT, mode, 4, stageTimeout, EngineOptions.DEFAULT_MAX_FAILURES);
    }

    FramePool pool() {
        return pool;
    }

    RecordingListener listener() {
        return listener;
    }

    Engine engine() {
        return engine;
    }

    FakeSource video(long frames) {
        return FakeSource.video(pool, frames, 25);
    }

    /** A stage that is checked at the end. */
    ScriptedStage stage(String name, ScriptedStage.Work work) {
        ScriptedStage stage = new ScriptedStage(name, work);
        stages.add(stage);
        return stage;
    }

    /** Makes the engine, over a source that is read as fast as it is taken. */
    Engine engine(EngineOptions options, FrameSource source, StageSpec... specs) {
        return engine(options, new Playback(source, false, false), specs);
    }

    Engine engine(EngineOptions options, Playback playback, StageSpec... specs) {
        engine = new Engine(options, List.of(specs), playback, listener);
        return engine;
    }

    /** Runs the engine to its end and closes it. */
    MetricsSnapshot runToEnd() throws InterruptedException {
        engine.start();
        return finish();
    }

    MetricsSnapshot finish() throws InterruptedException {
        awaitEnd();
        engine.close();
        return engine.snapshot();
    }

    void toggleMode() {
        engine.switchMode(engine.mode() == Mode.ASYNC ? Mode.MIN_LATENCY : Mode.ASYNC);
    }

    void awaitEnd() throws InterruptedException {
        assertThat(engine.awaitEnd(PATIENCE.toNanos())).as(EngineRig::whereAllHangs).isTrue();
    }

    /** Waits until something holds. */
    static void await(BooleanSupplier condition, String what) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(() -> what + "\n" + whereAllHangs()).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    /** Waits until so many frames have ended. */
    void awaitEnded(int frames) throws InterruptedException {
        await(() -> listener.entries().size() >= frames, frames + " frames ended");
    }

    static String whereAllHangs() {
        return "still running after " + PATIENCE.toSeconds() + " s\n" + EngineThreadCensus.dump();
    }

    /** How long something takes, in milliseconds. */
    public static long millis(Runnable action) {
        long start = System.nanoTime();
        action.run();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    Counts counts() {
        return engine.counts();
    }

    @Override
    public void close() {
        engine.close();
        Counts counts = counts();
        assertThat(listener.wrong()).isEmpty();
        assertThat(counts.admitted()).as(counts.toString()).isEqualTo(counts.ended());
        assertThat(counts.read()).as(counts.toString()).isEqualTo(
                counts.admitted() + counts.dropped().values().stream().mapToLong(Long::longValue).sum());
        assertThat(engine.snapshot().inFlight()).isZero();
        assertThat(census.newcomers()).as("threads left behind").isEmpty();
        assertThat(pool.lent()).as("frames that somebody still holds").isZero();
        for (ScriptedStage stage : stages) {
            assertThat(stage.closed()).as("closed instances").isEqualTo(stage.made());
        }
        pool.close();
    }
}
