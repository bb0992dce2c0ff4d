package org.posescope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.Test;

class FxFailuresTest {
    private final List<String> told = new ArrayList<>();

    private void fail(boolean ending, RuntimeException failure) {
        new FxFailures(() -> ending, told::add).uncaughtException(Thread.currentThread(), failure);
    }

    @Test
    void what_fails_in_every_pulse_is_told_once() {
        FxFailures failures = new FxFailures(() -> false, told::add);

        for (int pulse = 0; pulse < 3; pulse++) {
            failures.uncaughtException(Thread.currentThread(), new IllegalStateException("no node"));
        }
        failures.uncaughtException(Thread.currentThread(), new IllegalStateException("no scene"));

        assertThat(told).containsExactly("Part of the window failed (java.lang.IllegalStateException: no node).",
                "Part of the window failed (java.lang.IllegalStateException: no scene).");
    }

    @Test
    void a_renderer_that_ended_with_the_program_is_nothing_to_tell() {
        fail(true, new RejectedExecutionException("terminated"));
        assertThat(told).isEmpty();

        fail(false, new RejectedExecutionException("terminated"));
        fail(true, new IllegalStateException("no node"));
        assertThat(told).hasSize(2);
    }

    @Test
    void a_program_that_goes_on_does_not_end() {
        assertThat(FxFailures.programEnds()).isFalse();
    }
}
