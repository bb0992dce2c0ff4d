package org.posescope.bench;

import java.util.List;

import org.posescope.pipeline.metrics.Counts;
import org.posescope.report.RunReport;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The pipeline in one mode.
 *
 * @param fps           frames a second of wall time
 * @param ratioToBare   pipeline fps over bare fps of the same repetition
 * @param cpuPerFrame   processor seconds a frame, all threads
 * @param bound         fps that all cores could reach at that cost
 * @param ratioToBound  pipeline fps over that bound
 * @param latencyRatio  p95 of capture to result over the sum of the stages' own medians
 * @param last          figures of the last repetition
 */
public record ModeBench(@JsonProperty("mode") String mode, @JsonProperty("pipeline_fps") Spread fps,
        @JsonProperty("ratio_to_bare") Spread ratioToBare, @JsonProperty("cpu_s_per_frame") Spread cpuPerFrame,
        @JsonProperty("bound_fps") Spread bound, @JsonProperty("ratio_to_bound") Spread ratioToBound,
        @JsonProperty("p95_to_stage_p50_sum") Spread latencyRatio, @JsonProperty("last") RunReport last) {

    /** One repetition: the pipeline and the bare loop beside it. */
    record Pair(PipelineRun run, LoopFigures bare) {
        double boundFps(int cores) {
            return cores / run.loop().cpuPerFrame();
        }

        double latencyRatio() {
            double stages = run.snapshot().total().stages().values().stream()
                    .mapToDouble(stage -> stage.service().p50()).sum();
            return run.snapshot().total().latency().p95() / Math.max(stages, 1e-3);
        }

        boolean complete() {
            Counts counts = run.snapshot().counts();
            return counts.admitted() == counts.results();
        }
    }

    static ModeBench of(String mode, List<Pair> pairs, int cores, RunReport last) {
        return new ModeBench(mode, Spread.of(pairs.stream().map(pair -> pair.run.loop().fps()).toList()),
                Spread.of(pairs.stream().map(pair -> pair.run.loop().fps() / pair.bare.fps()).toList()),
                Spread.of(pairs.stream().map(pair -> pair.run.loop().cpuPerFrame()).toList()),
                Spread.of(pairs.stream().map(pair -> pair.boundFps(cores)).toList()),
                Spread.of(pairs.stream().map(pair -> pair.run.loop().fps() / pair.boundFps(cores)).toList()),
                Spread.of(pairs.stream().map(Pair::latencyRatio).toList()), last);
    }
}
