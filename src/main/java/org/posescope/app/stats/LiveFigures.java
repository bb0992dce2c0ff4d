package org.posescope.app.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.posescope.pipeline.metrics.Figures;
import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Percentiles;

/**
 * What the last second showed.
 *
 * @param fps        results a second
 * @param p50        milliseconds from when a frame was due to its result; 0 when there was none, as {@code p95} and {@code p99}
 * @param dropped    frames of the source that were left out because newer ones came
 * @param failed     frames of the source that gave no result
 * @param cpuPercent of one core; 100 is a whole one
 * @param memoryMib  resident memory
 */
public record LiveFigures(double fps, double p50, double p95, double p99, long dropped, long failed, double cpuPercent,
        double memoryMib, List<StageTime> stages) {
    static final LiveFigures NONE = new LiveFigures(0, 0, 0, 0, 0, 0, 0, 0, List.of());
    private static final String SOURCE_STEP = "source";
    private static final double PERCENT = 100;

    /**
     * @param before  the snapshot of the second before, if there was one
     * @param earlier what was counted for sources before
     */
    static LiveFigures of(MetricsSnapshot now, Optional<MetricsSnapshot> before, Counted earlier) {
        Counted counted = Counted.of(now).since(earlier);
        Figures last = now.interval();
        double cpuBefore = before.map(each -> each.machine().cpuSeconds()).orElse(now.machine().cpuSeconds());
        double cpu = last.seconds() > 0 ? PERCENT * (now.machine().cpuSeconds() - cpuBefore) / last.seconds() : 0;
        return new LiveFigures(last.fps(), last.latency().p50(), last.latency().p95(), last.latency().p99(),
                counted.dropped(), counted.failed(),
                Math.max(0, cpu), now.machine().residentMib(), stages(last));
    }

    private static List<StageTime> stages(Figures figures) {
        List<StageTime> stages = new ArrayList<>();
        Percentiles source = figures.steps().get(SOURCE_STEP);
        if (source != null) {
            stages.add(new StageTime("decode", source.mean()));
        }
        figures.stages().forEach((name, times) -> stages.add(new StageTime(name, times.service().mean())));
        return List.copyOf(stages);
    }
}
