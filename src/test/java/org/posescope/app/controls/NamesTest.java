package org.posescope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void an_id_is_written_as_a_name() {
        assertThat(Names.capitalised("live")).isEqualTo("Live");
        assertThat(Names.capitalised("whole-body")).isEqualTo("Whole body");
    }
}
