package org.posescope.bench;

import java.util.List;
import java.util.function.Supplier;

import org.posescope.frame.FrameSource;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.EngineListener;
import org.posescope.pipeline.EngineOptions;
import org.posescope.pipeline.Playback;
import org.posescope.pipeline.StageSpec;

/** The pipeline as it is used, over a whole source. */
final class PipelineLoop {
    private final Supplier<FrameSource> source;

    PipelineLoop(Supplier<FrameSource> source) {
        this.source = source;
    }

    /** Runs once; loading the models is not counted. */
    PipelineRun run(EngineOptions options, List<StageSpec> stages, EngineListener listener)
            throws InterruptedException {
        try (Engine engine = new Engine(options, stages, new Playback(source.get(), false, false), listener)) {
            engine.load();
            Stopwatch watch = new Stopwatch();
            engine.start();
            engine.awaitEnd();
            LoopFigures loop = watch.stop(engine.counts().results());
            if (engine.failure().isPresent()) {
                throw new IllegalStateException("the pipeline failed: " + engine.failure().get().getMessage(),
                        engine.failure().get());
            }
            return new PipelineRun(loop, engine.snapshot());
        }
    }
}
