package org.posescope.pipeline.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;

import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final long MS = 1_000_000;

    private final Metrics metrics = new Metrics();

    private MetricsSnapshot snapshot() {
        return metrics.snapshot(Mode.ASYNC, 2);
    }

    @Test
    void an_interval_holds_what_came_since_the_last_and_the_total_holds_all() {
        metrics.latency(10 * MS);
        metrics.ended(Outcome.RESULT);
        snapshot();
        metrics.latency(30 * MS);
        metrics.latency(30 * MS);
        metrics.ended(Outcome.RESULT);
        metrics.ended(Outcome.RESULT);

        MetricsSnapshot second = snapshot();

        assertThat(second.interval().latency().count()).isEqualTo(2);
        assertThat(second.interval().latency().p50()).isCloseTo(30, within(0.1));
        assertThat(second.interval().fps() * second.interval().seconds()).isCloseTo(2, within(1e-6));
        assertThat(second.total().latency().count()).isEqualTo(3);
        assertThat(second.total().latency().max()).isCloseTo(30, within(0.1));
        assertThat(second.total().fps() * second.total().seconds()).isCloseTo(3, within(1e-6));
    }

    @Test
    void stages_and_steps_stay_in_the_order_in_which_they_first_came() {
        for (String stage : new String[] {"track", "detect", "smooth", "body", "track"}) {
            metrics.stage(stage, MS, 2 * MS);
            metrics.step("in " + stage, MS);
        }

        Figures total = snapshot().total();

        assertThat(total.stages().keySet()).containsExactly("track", "detect", "smooth", "body");
        assertThat(total.steps().keySet()).containsExactly("in track", "in detect", "in smooth", "in body");
        assertThat(total.stages().get("track").queue().p50()).isCloseTo(1, within(0.01));
        assertThat(total.stages().get("track").service().p50()).isCloseTo(2, within(0.01));
    }

    @Test
    void only_reasons_that_occurred_are_listed() {
        metrics.dropped(DropReason.SUPERSEDED);
        metrics.dropped(DropReason.SUPERSEDED);

        assertThat(metrics.counts().dropped()).isEqualTo(Map.of("superseded", 2L));
    }

    @Test
    void a_run_without_frames_has_no_figures_that_are_not_numbers() {
        metrics.end();

        Figures total = snapshot().total();

        assertThat(total.fps()).isZero();
        assertThat(total.latency()).isEqualTo(new Percentiles(0, 0, 0, 0, 0, 0));
        assertThat(snapshot().interval().fps()).isZero();
    }
}
