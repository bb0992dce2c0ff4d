package org.posescope.pipeline.playback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TransportTest {
    @Test
    void a_step_that_met_the_end_is_not_made_after_a_seek() {
        Transport transport = new Transport();
        transport.pause();
        transport.step();
        transport.ended();

        transport.seek(40_000);

        assertThat(transport.gives()).as("the frame that is sought").isTrue();
        transport.given();
        assertThat(transport.gives()).as("another one").isFalse();
    }

    @Test
    void a_step_after_a_seek_is_made_behind_it() {
        Transport transport = new Transport();
        transport.pause();
        transport.seek(40_000);
        transport.step();

        transport.given();
        assertThat(transport.gives()).isTrue();
        transport.given();
        assertThat(transport.gives()).isFalse();
    }
}
