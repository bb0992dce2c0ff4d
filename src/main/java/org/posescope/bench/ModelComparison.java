package org.posescope.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

import org.posescope.pipeline.Engine.EngineOptions;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.metrics.Mode;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Measures the pipeline with one network after the other in one mode, repetition by repetition, so that whatever else the machine does
 * meets all of them.
 */
public final class ModelComparison {
    private final Mode mode;
    private final Consumer<String> progress;

    /** @param progress told what is being measured */
    public ModelComparison(Mode mode, Consumer<String> progress) {
        this.mode = mode;
        this.progress = progress;
    }

    /**
     * The speed of one of them.
     *
     * @param fps       frames a second of wall time
     * @param latency   milliseconds from capture to result, the median of each repetition
     * @param processor milliseconds of processor time a frame, all threads: what others do to the machine changes it least
     */
    public record Speed(@JsonProperty("fps") Spread fps, @JsonProperty("latency_ms") Spread latency,
            @JsonProperty("cpu_ms") Spread processor) {
        static Speed of(List<PipelineRun> runs) {
            return new Speed(spread(runs, run -> run.loop().fps()),
                    spread(runs, run -> run.snapshot().total().latency().p50()),
                    spread(runs, run -> run.loop().cpuPerFrame() * 1000));
        }

        private static Spread spread(List<PipelineRun> runs, ToDoubleFunction<PipelineRun> figure) {
            return Spread.of(runs.stream().mapToDouble(figure).boxed().toList());
        }
    }

    /** The speeds by the names of the plans, in their order. */
    public Map<String, Speed> run(Map<String, BenchPlan> plans) throws InterruptedException {
        Map<String, List<PipelineRun>> runs = new LinkedHashMap<>();
        for (Map.Entry<String, BenchPlan> each : plans.entrySet()) {
            progress.accept("warming up, " + each.getKey());
            pipeline(each.getValue(), true);
            runs.put(each.getKey(), new ArrayList<>());
        }
        int repetitions = plans.values().stream().mapToInt(BenchPlan::repetitions).max().orElse(0);
        for (int repetition = 1; repetition <= repetitions; repetition++) {
            for (Map.Entry<String, BenchPlan> each : plans.entrySet()) {
                progress.accept(each.getKey() + ", " + repetition + " of " + repetitions);
                runs.get(each.getKey()).add(pipeline(each.getValue(), false));
            }
        }
        Map<String, Speed> speeds = new LinkedHashMap<>();
        runs.forEach((name, list) -> speeds.put(name, Speed.of(list)));
        return speeds;
    }

    private PipelineRun pipeline(BenchPlan plan, boolean warmUp) throws InterruptedException {
        return new PipelineLoop(warmUp ? plan.warmUp() : plan.source()).run(
                EngineOptions.of(Policy.EXACT, mode, plan.plan().machine().framesInFlight()),
                plan.networks().stages(plan.plan(), plan.body(), mode), (result, steps) -> {}, () -> {});
    }
}
