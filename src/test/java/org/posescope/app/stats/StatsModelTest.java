package org.posescope.app.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.pipeline.metrics.Counts;
import org.posescope.pipeline.metrics.Figures;
import org.posescope.pipeline.metrics.MachineFigures;
import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.metrics.Percentiles;

class StatsModelTest {
    private static final Percentiles NOTHING = new Percentiles(0, 0, 0, 0, 0, 0);

    private final StatsModel model = new StatsModel(Mode.MIN_LATENCY);

    @BeforeEach
    void playForAWhile() {
        model.playing(true);
        settle();
    }

    /** Seconds without results, in which whatever disturbed is over. */
    private void settle() {
        for (int i = 0; i < 3; i++) {
            model.measured(second(model.mode().get(), 0, NOTHING, 0));
        }
    }

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
        model.switched(Mode.ASYNC);
        settle();
        model.measured(second(Mode.ASYNC, 60, millis(30), 0));
        model.measured(second(Mode.ASYNC, 0, NOTHING, 0));

        assertThat(model.modes().get()).isEqualTo(Map.of(Mode.MIN_LATENCY, new ModeFigures(25, 10, 20), Mode.ASYNC,
                new ModeFigures(60, 30, 60)));
    }

    @Test
    void frames_of_the_mode_before_are_not_counted_for_the_new_one() {
        model.measured(second(Mode.ASYNC, 60, millis(2000), 0));
        assertThat(model.modes().get()).isEmpty();

        model.switched(Mode.ASYNC);
        model.switched(Mode.MIN_LATENCY);
        model.measured(second(Mode.MIN_LATENCY, 4, millis(2175), 0));

        assertThat(model.modes().get()).isEmpty();
    }

    @Test
    void a_pause_or_a_seek_does_not_change_what_is_compared() {
        model.measured(second(Mode.MIN_LATENCY, 25, millis(10), 0));
        Map<Mode, ModeFigures> played = model.modes().get();

        model.disturbed();
        model.measured(second(Mode.MIN_LATENCY, 3, millis(900), 0));
        assertThat(model.modes().get()).isEqualTo(played);
        model.playing(false);
        for (int i = 0; i < 10; i++) {
            model.measured(second(Mode.MIN_LATENCY, 0.9, millis(500), 0));
        }

        assertThat(model.modes().get()).isEqualTo(played);
    }

    @Test
    void nothing_is_carried_over_to_another_source() {
        model.measured(second(Mode.MIN_LATENCY, 25, millis(10), 0));
        assertThat(model.figures().get().dropped()).isEqualTo(6);

        model.opened();
        model.measured(second(Mode.MIN_LATENCY, 25, millis(10), 0));

        assertThat(model.figures().get().dropped()).isZero();
        assertThat(model.figures().get().failed()).isZero();
        assertThat(model.modes().get()).isEmpty();
        assertThat(model.history().get().fps()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, –", "0.94, 0.9", "12.34, 12.3", "99.94, 99.9", "99.96, 100", "1690.4, 1690", "12345, 12345"})
    void numbers_are_short_enough_to_be_read_whole(double value, String text) {
        assertThat(FigureText.of(value)).isEqualTo(text);
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
