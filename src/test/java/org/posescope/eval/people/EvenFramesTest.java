package org.posescope.eval.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

class EvenFramesTest {
    private static List<Long> held(EvenFrames frames, long end) {
        return LongStream.range(0, end).filter(frames::holds).boxed().toList();
    }

    @Test
    void frames_lie_in_the_middle_of_equal_parts() {
        assertThat(held(new EvenFrames(6, 120), 120)).containsExactly(10L, 30L, 50L, 70L, 90L, 110L);
        assertThat(held(new EvenFrames(6, 795), 795)).containsExactly(66L, 198L, 331L, 463L, 596L, 728L);
    }

    @Test
    void a_clip_longer_than_it_was_said_to_be_gives_no_more() {
        assertThat(held(new EvenFrames(2, 10), 100)).containsExactly(2L, 7L);
    }

    @Test
    void of_a_clip_of_few_frames_all_are_taken() {
        assertThat(held(new EvenFrames(6, 3), 3)).containsExactly(0L, 1L, 2L);
    }

    @Test
    void of_unknown_length_the_start_is_taken() {
        assertThat(held(new EvenFrames(3, -1), 1000)).containsExactly(0L, 60L, 120L);
    }
}
