package org.posescope.pipeline;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

import org.posescope.pipeline.metrics.MetricsSnapshot;

/**
 * A run from the first frame to the last, and how it ended.
 *
 * @param figures   of the whole run
 * @param failure   what ended it before its time, if anything did
 * @param cancelled whether the waiting thread was interrupted
 */
public record EngineRun(MetricsSnapshot figures, Optional<Throwable> failure, boolean cancelled) {
    /**
     * Loads the models, lets all frames of the source through, waits for the last result and closes the engine.
     *
     * @param loaded called on this thread when the models are loaded, before the first frame is let in
     * @param ended  called on this thread after the last result, before the engine is closed; not of a run that was cancelled
     * @throws RuntimeException what loading or a callback threw; the engine is closed then, too
     */
    public static EngineRun of(Engine engine, Runnable loaded, Runnable ended) {
        boolean cancelled = false;
        try (engine) {
            engine.load();
            // Reading weights leaves several times what they take, which a collector that is left alone keeps.
            System.gc();
            loaded.run();
            engine.start();
            engine.awaitEnd();
            ended.run();
        } catch (InterruptedException | CancellationException _) {
            cancelled = true;
            boolean _ = Thread.interrupted();
        }
        return new EngineRun(engine.snapshot(), engine.failure(), cancelled);
    }

    /**
     * A run that only counts whole.
     *
     * @param told makes what is thrown of what ended it before its time
     * @throws InterruptedException when it was cancelled
     */
    public static EngineRun whole(Engine engine, Function<Throwable, ? extends RuntimeException> told)
            throws InterruptedException {
        return whole(engine, () -> {}, () -> {}, told);
    }

    /** As {@link #whole(Engine, Function)}, with the callbacks of {@link #of}. */
    public static EngineRun whole(Engine engine, Runnable loaded, Runnable ended,
            Function<Throwable, ? extends RuntimeException> told) throws InterruptedException {
        EngineRun run = of(engine, loaded, ended);
        run.requireNotCancelled();
        if (run.failure.isPresent()) {
            throw told.apply(run.failure.get());
        }
        return run;
    }

    /** @throws InterruptedException when it was cancelled */
    public void requireNotCancelled() throws InterruptedException {
        if (cancelled) {
            throw new InterruptedException();
        }
    }
}
