package org.posescope.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.posescope.pipeline.Policy;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.report.RunDescription;
import org.posescope.report.RunMeter;
import org.posescope.report.RunReport;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The result of a bench as JSON: the report of the last repetition (of async mode where both were measured) with the medians of
 * all repetitions beside it.
 *
 * @param pipelineFps of the reported mode
 * @param bareFps     decode and the same network calls, one after the other, frames a second
 * @param ratio       pipeline over bare, neighbours compared
 * @param modes       all figures of each mode
 * @param ranges      of the loops beside the pipeline, over the repetitions
 */
public record BenchReport(@JsonProperty("input") String input, @JsonProperty("frames") long frames,
        @JsonProperty("repetitions") int repetitions, @JsonUnwrapped RunReport report,
        @JsonProperty("pipeline_fps") double pipelineFps, @JsonProperty("bare_fps") double bareFps,
        @JsonProperty("decode_fps") double decodeFps, @JsonProperty("draw_fps") double drawFps,
        @JsonProperty("ratio") double ratio, @JsonProperty("modes") Map<String, ModeBench> modes,
        @JsonProperty("ranges") Map<String, Spread> ranges) {

    /** Puts the figures of a bench into the form of the report. */
    public static BenchReport of(String input, BenchPlan plan, BenchResult result, String version) {
        int cores = Runtime.getRuntime().availableProcessors();
        Map<String, ModeBench> modes = new TreeMap<>();
        long frames = 0;
        for (Map.Entry<Mode, List<ModeBench.Pair>> entry : result.pairs().entrySet()) {
            Mode mode = entry.getKey();
            PipelineRun last = entry.getValue().getLast().run();
            frames = last.loop().frames();
            RunDescription description = RunDescription.of(plan.plan(), plan.networks(), Policy.EXACT, mode, version);
            modes.put(mode.label(), ModeBench.of(mode.label(), entry.getValue(), cores,
                    new RunMeter().report(last.snapshot(), last.loop().cpuSeconds(), description)));
        }
        ModeBench reported = Optional.ofNullable(modes.get(Mode.ASYNC.label()))
                .orElseGet(modes.values().iterator()::next);
        Map<String, Spread> ranges = Map.of("bare_fps", result.bare(), "decode_fps", result.decode(), "draw_fps",
                result.draw());
        return new BenchReport(input, frames, plan.repetitions(), reported.last(), reported.fps().median(),
                result.bare().median(), result.decode().median(), result.draw().median(),
                reported.ratioToBare().median(),
                modes, ranges);
    }
}
