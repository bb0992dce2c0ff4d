package org.posescope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class FxFailuresTest {
    private final List<String> told = new ArrayList<>();

    @Test
    void what_fails_in_every_pulse_is_told_once() {
        FxFailures failures = new FxFailures(told::add);

        for (int pulse = 0; pulse < 3; pulse++) {
            failures.uncaughtException(Thread.currentThread(), new IllegalStateException("no node"));
        }
        failures.uncaughtException(Thread.currentThread(), new IllegalStateException("no scene"));

        assertThat(told).containsExactly("Part of the window failed (java.lang.IllegalStateException: no node).",
                "Part of the window failed (java.lang.IllegalStateException: no scene).");
    }
}
