package org.posescope.pipeline.kept;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnbrokenTest {
    private static final long FRAME = 40_000;

    private final Unbroken unbroken = new Unbroken(false);

    private long at(long scene, long number, long frames) {
        return unbroken.micros(scene, number, frames * FRAME);
    }

    @Test
    void frames_one_after_the_other_are_followed_since_the_scene_began() {
        assertThat(at(1, 7, 0)).isZero();
        assertThat(at(1, 8, 1)).isEqualTo(FRAME);
        assertThat(at(1, 9, 2)).isEqualTo(2 * FRAME);
        assertThat(at(2, 30, 0)).isZero();
        assertThat(at(2, 31, 1)).isEqualTo(FRAME);
    }

    @Test
    void nothing_is_relied_on_for_a_second_after_a_gap() {
        assertThat(at(1, 0, 0)).isZero();
        assertThat(at(1, 3, 3)).isEqualTo(Unbroken.BROKEN);
        for (int i = 4; i < 28; i++) {
            assertThat(at(1, i, i)).isEqualTo(Unbroken.BROKEN);
        }
        assertThat(at(1, 28, 28)).isEqualTo(25 * FRAME);
    }

    @Test
    void a_scene_whose_first_frame_failed_begins_with_a_gap() {
        assertThat(at(1, 1, 1)).isEqualTo(Unbroken.BROKEN);
    }
}
