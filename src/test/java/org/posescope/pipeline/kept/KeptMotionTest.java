package org.posescope.pipeline.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class KeptMotionTest {
    private static KeptFrame frame(long position) {
        return KeptFrame.of(position, position, position, Optional.empty(), 0, List.of(KeptPeople.at(1, 0)));
    }

    @Test
    void the_nearest_frames_are_the_one_before_and_the_one_after_as_far_as_asked_for() {
        KeptMotion motion = new KeptMotion(1 << 20);
        List.of(0L, 100L, 200L, 900L).forEach(position -> motion.put(frame(position)));

        assertThat(motion.near(150, 300)).extracting(KeptFrame::positionMicros).containsExactly(100L, 200L);
        assertThat(motion.near(200, 300)).extracting(KeptFrame::positionMicros).containsExactly(200L);
        assertThat(motion.near(500, 300)).extracting(KeptFrame::positionMicros).containsExactly(200L);
        assertThat(motion.near(1300, 300)).isEmpty();
    }

    @Test
    void what_is_farthest_from_the_newest_goes_when_there_is_too_much() {
        KeptMotion motion = new KeptMotion(4L * frame(0).size());
        List.of(0L, 100L, 200L, 300L).forEach(position -> motion.put(frame(position)));
        motion.completed(new long[] {0, 100, 200, 300});

        motion.put(frame(300));
        assertThat(motion.whole()).isTrue();
        motion.put(frame(120));
        motion.put(frame(400));

        assertThat(motion.frames()).extracting(KeptFrame::positionMicros).containsExactly(100L, 120L, 200L, 400L);
        assertThat(motion.whole()).isFalse();
    }

    @Test
    void a_clip_with_a_frame_that_followed_a_gap_is_not_whole() {
        KeptMotion motion = new KeptMotion(1 << 20);
        List.of(0L, 100L, 200L).forEach(position -> motion.put(frame(position)));
        motion.put(frame(100).unbroken(Unbroken.BROKEN));

        motion.completed(new long[] {0, 100, 200});
        assertThat(motion.whole()).isFalse();

        motion.put(frame(100));
        motion.completed(new long[] {0, 100, 200});
        assertThat(motion.whole()).isTrue();
    }

    @Test
    void a_clip_of_which_not_all_frames_fit_is_not_whole_when_its_last_frame_was_looked_at() {
        KeptMotion motion = new KeptMotion(3L * frame(0).size());
        List.of(0L, 100L, 200L, 300L).forEach(position -> motion.put(frame(position)));

        motion.completed(new long[] {0, 100, 200, 300});

        assertThat(motion.frames()).extracting(KeptFrame::positionMicros).containsExactly(100L, 200L, 300L);
        assertThat(motion.whole()).isFalse();
    }
}
