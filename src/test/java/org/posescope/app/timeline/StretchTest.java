package org.posescope.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StretchTest {
    private static final long SECOND = 1_000_000;
    private static final long CLIP = 100 * SECOND;
    private static final Stretch ALL = new Stretch(0, CLIP);

    @Test
    void what_is_around_a_place_stays_there_when_one_comes_nearer() {
        Stretch near = ALL.scaled(0.5, 0.25, CLIP);

        assertThat(near.length()).isEqualTo(CLIP / 2);
        assertThat(near.at(0.25)).isEqualTo(ALL.at(0.25));
        assertThat(near.fraction(25 * SECOND)).isEqualTo(0.25);
    }

    @Test
    void nothing_beyond_the_clip_is_seen() {
        Stretch near = ALL.scaled(0.5, 0, CLIP);

        assertThat(near.moved(-SECOND, CLIP)).isEqualTo(near);
        assertThat(near.moved(CLIP, CLIP)).isEqualTo(new Stretch(50 * SECOND, CLIP));
        assertThat(near.scaled(10, 1, CLIP)).isEqualTo(ALL);
    }

    @Test
    void one_comes_no_nearer_than_frames_can_be_told_apart() {
        Stretch near = ALL;
        for (int i = 0; i < 100; i++) {
            near = near.scaled(0.5, 1, CLIP);
        }

        assertThat(near).isEqualTo(new Stretch(CLIP - 100_000, CLIP));
        assertThat(new Stretch(0, 40_000).scaled(0.5, 0.5, 40_000)).isEqualTo(new Stretch(0, 40_000));
    }
}
