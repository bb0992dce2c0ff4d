package org.posescope.app.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.posescope.app.player.ShownFrame;
import org.posescope.frame.FramePool;
import org.posescope.testkit.FakeSource;

class HeldFramesTest {
    @Test
    void a_replaced_frame_is_held_for_two_more_pulses() {
        try (FramePool pool = new FramePool();
                FakeSource source = FakeSource.video(pool, 2, 10);
                HeldFrames held = new HeldFrames()) {
            held.show(new ShownFrame(source.next(), List.of(), source.info(), 0));
            held.show(new ShownFrame(source.next(), List.of(), source.info(), 1));

            held.pulse();
            assertThat(pool.lent()).isEqualTo(2);
            held.pulse();
            assertThat(pool.lent()).isEqualTo(1);
            assertThat(held.shown()).hasValueSatisfying(moment -> assertThat(moment.positionMicros()).isEqualTo(1));
        }
    }

    @Test
    void closing_gives_back_all() {
        try (FramePool pool = new FramePool(); FakeSource source = FakeSource.video(pool, 2, 10)) {
            HeldFrames held = new HeldFrames();
            held.show(new ShownFrame(source.next(), List.of(), source.info(), 0));
            held.show(new ShownFrame(source.next(), List.of(), source.info(), 1));

            held.close();
            assertThat(pool.lent()).isZero();
        }
    }
}
