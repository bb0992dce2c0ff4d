package org.posescope.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.posescope.frame.SourceInfo;
import org.posescope.pipeline.Engine.EngineOptions;
import org.posescope.pipeline.EngineListener;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.metrics.Mode;

/**
 * Runs the loops of a plan in turn, repetition by repetition, so that a ratio compares what was measured side by side.
 */
public final class Bench {
    private final BenchPlan plan;
    private final Consumer<String> progress;

    /** @param progress told what is being measured */
    public Bench(BenchPlan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** Measures everything; takes as long as the clip times the repetitions times the loops. */
    public BenchResult run() throws InterruptedException {
        Map<Mode, List<ModeBench.Pair>> pairs = new EnumMap<>(Mode.class);
        List<Double> bare = new ArrayList<>();
        List<Double> decode = new ArrayList<>();
        List<Double> draw = new ArrayList<>();
        try (BareLoop bareLoop = BareLoop.of(plan)) {
            for (Mode mode : plan.modes()) {
                progress.accept("warming up, " + mode.label());
                pipeline(mode, true);
            }
            for (int repetition = 1; repetition <= plan.repetitions(); repetition++) {
                for (Mode mode : plan.modes()) {
                    progress.accept(mode.label() + ", " + repetition + " of " + plan.repetitions());
                    PipelineRun run = pipeline(mode, false);
                    LoopFigures bareFigures = bareLoop.run(run);
                    pairs.computeIfAbsent(mode, any -> new ArrayList<>()).add(new ModeBench.Pair(run, bareFigures));
                    bare.add(bareFigures.fps());
                }
                decode.add(new DecodeLoop(plan.source()).run().fps());
                draw.add(new DrawLoop(plan.source()).run().fps());
            }
        }
        return new BenchResult(pairs, Spread.of(bare), Spread.of(decode), Spread.of(draw));
    }

    private PipelineRun pipeline(Mode mode, boolean warmUp) throws InterruptedException {
        List<StageSpec> stages = plan.networks().stages(plan.plan(), plan.body(), mode);
        EngineOptions options = EngineOptions.of(Policy.EXACT, mode, plan.plan().machine().framesInFlight());
        PipelineLoop loop = new PipelineLoop(warmUp ? plan.warmUp() : plan.source());
        if (plan.video().isEmpty()) {
            return loop.run(options, stages, (result, steps) -> {}, () -> {});
        }
        SourceInfo source = loop.info();
        try (AnnotatedVideo video = new AnnotatedVideo(plan.video().get(), source)) {
            EngineListener listener = video;
            return loop.run(options, stages, listener, video::close);
        }
    }
}
