package org.posescope.pipeline.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.posescope.pipeline.metrics.Mode;

class PerModeTest {
    private final List<String> log = new ArrayList<>();

    private String make(Mode mode) {
        log.add("made " + mode);
        return mode.toString();
    }

    @Test
    void a_thing_is_made_when_its_mode_is_first_used() {
        try (PerMode<String> things = new PerMode<>(this::make, thing -> log.add("closed " + thing))) {
            things.get(Mode.ASYNC);
            things.get(Mode.ASYNC);
        }

        assertThat(log).containsExactly("made ASYNC", "closed ASYNC");
    }

    @Test
    void all_are_closed_once_even_when_closing_fails() {
        PerMode<String> things = new PerMode<>(this::make, thing -> {
            log.add("closed " + thing);
            throw new IllegalStateException(thing);
        });
        things.get(Mode.ASYNC);
        things.get(Mode.MIN_LATENCY);
        log.clear();

        assertThatThrownBy(things::close).isInstanceOf(IllegalStateException.class);
        things.close();

        assertThat(log).containsExactlyInAnyOrder("closed ASYNC", "closed MIN_LATENCY");
    }
}
