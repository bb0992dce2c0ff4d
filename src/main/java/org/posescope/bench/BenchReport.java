package org.posescope.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.posescope.model.ModelFile;
import org.posescope.pipeline.Mode;
import org.posescope.pipeline.Policy;
import org.posescope.report.RunDescription;
import org.posescope.report.RunMeter;
import org.posescope.report.RunReport;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The result of a bench as JSON.
 *
 * @param frames of one repetition
 * @param bare   decode and the same network calls, one after the other, frames a second
 */
public record BenchReport(@JsonProperty("input") String input, @JsonProperty("frames") long frames,
        @JsonProperty("repetitions") int repetitions, @JsonProperty("modes") Map<String, ModeFigures> modes,
        @JsonProperty("bare_fps") Spread bare, @JsonProperty("decode_fps") Spread decode,
        @JsonProperty("draw_fps") Spread draw) {

    /** Puts the figures of a bench into the form of the report. */
    public static BenchReport of(String input, BenchPlan plan, BenchResult result, String preset, String version) {
        int cores = Runtime.getRuntime().availableProcessors();
        Map<String, ModeFigures> modes = new TreeMap<>();
        long frames = 0;
        for (Map.Entry<Mode, List<ModeFigures.Pair>> entry : result.pairs().entrySet()) {
            Mode mode = entry.getKey();
            PipelineRun last = entry.getValue().getLast().run();
            frames = last.loop().frames();
            int threads = plan.threads().alone(mode);
            RunDescription description = new RunDescription(Policy.EXACT, preset,
                    List.of(model(plan.models().detector(), threads), model(plan.models().pose(), threads)),
                    plan.requests(),
                    plan.threads().streams(), Optional.empty(), List.of(), version);
            modes.put(mode.label(), ModeFigures.of(mode.label(), entry.getValue(), cores,
                    new RunMeter().report(last.snapshot(), last.loop().cpuSeconds(), description)));
        }
        return new BenchReport(input, frames, plan.repetitions(), modes, result.bare(), result.decode(), result.draw());
    }

    private static RunReport.Model model(ModelFile file, int threads) {
        return RunReport.Model.of(file.card(), threads);
    }
}
