package org.posescope.app.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.posescope.pipeline.metrics.Counts;
import org.posescope.pipeline.metrics.Figures;
import org.posescope.pipeline.metrics.MachineFigures;
import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.metrics.Percentiles;

class StatsModelTest {
    private static final Percentiles NOTHING = new Percentiles(0, 0, 0, 0, 0, 0);

    private final StatsModel model = new StatsModel(Mode.MIN_LATENCY);

    private static Percentiles millis(double p50) {
        return new Percentiles(10, p50, 2 * p50, 3 * p50, 4 * p50, p50);
    }

    private static MetricsSnapshot second(Mode mode, double fps, Percentiles latency, double cpuSeconds) {
        Map<String, Figures.StageTimes> stages = new LinkedHashMap<>();
        stages.put("detect", new Figures.StageTimes(millis(9), millis(1)));
        stages.put("pose", new Figures.StageTimes(millis(9), millis(7)));
        Figures figures = new Figures(1, fps, latency, latency, stages, Map.of("source", millis(4)));
        Counts counts = new Counts(100, 90, 80, 2, 3, 5, Map.of("superseded", 6L, "stale", 4L));
        return new MetricsSnapshot(mode, 1, counts, figures, figures, new MachineFigures(cpuSeconds, 500, 600, 300));
    }

    @Test
    void the_last_second_is_shown() {
        model.measured(second(Mode.MIN_LATENCY, 25, millis(10), 4));
        model.measured(second(Mode.MIN_LATENCY, 30, millis(12), 5.5));

        assertThat(model.figures().get()).isEqualTo(new LiveFigures(30, 12, 24, 36, 6, 5, 150, 500, List
                .of(new StageTime("decode", 4), new StageTime("detect", 1), new StageTime("pose", 7))));
    }

    @Test
    void the_last_figures_of_both_modes_stay() {
        model.measured(second(Mode.MIN_LATENCY, 25, millis(10), 0));
        model.measured(second(Mode.ASYNC, 60, millis(30), 0));
        model.measured(second(Mode.ASYNC, 0, NOTHING, 0));

        assertThat(model.modes().get()).isEqualTo(Map.of(Mode.MIN_LATENCY, new ModeFigures(25, 10, 20), Mode.ASYNC,
                new ModeFigures(60, 30, 60)));
    }

    @Test
    void the_history_is_half_a_minute_long() {
        for (int i = 1; i <= 45; i++) {
            model.measured(second(Mode.ASYNC, i, millis(i), i));
        }

        assertThat(model.history().get().fps()).hasSize(30).startsWith(16.0).endsWith(45.0);
        assertThat(model.history().get().latency()).hasSize(30).endsWith(45.0);
    }
}
