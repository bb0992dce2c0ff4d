package org.posescope.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.Engine.EngineOptions;
import org.posescope.pipeline.EngineListener;
import org.posescope.pipeline.EngineRun;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.playback.Playback;

/** The pipeline as it is used, over a whole source. */
final class PipelineLoop {
    private final Supplier<FrameSource> source;

    PipelineLoop(Supplier<FrameSource> source) {
        this.source = source;
    }

    SourceInfo info() {
        try (FrameSource opened = source.get()) {
            return opened.info();
        }
    }

    /**
     * Runs once; loading the models is not counted.
     *
     * @param finish what has to be done with the last result, counted too
     */
    PipelineRun run(EngineOptions options, List<StageSpec> stages, EngineListener listener, Runnable finish)
            throws InterruptedException {
        Engine engine = new Engine(options, stages, new Playback(source.get(), false, false), listener);
        AtomicReference<Stopwatch> watch = new AtomicReference<>();
        AtomicReference<LoopFigures> loop = new AtomicReference<>();
        EngineRun run = EngineRun.whole(engine, () -> watch.set(new Stopwatch()), () -> {
            finish.run();
            loop.set(watch.get().stop(engine.counts().results()));
        }, cause -> new IllegalStateException("the pipeline failed: " + cause.getMessage(), cause));
        return new PipelineRun(loop.get(), run.figures());
    }
}
