package org.posescope.app.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.posescope.app.player.ShownFrame;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.testkit.FakeSource;

class HeldFramesTest {
    @Test
    void a_replaced_frame_is_held_for_two_more_pulses() {
        try (FramePool pool = new FramePool();
                FakeSource source = FakeSource.video(pool, 2, 10);
                HeldFrames held = new HeldFrames()) {
            show(held, source.next(), source, 0);
            show(held, source.next(), source, 1);

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
            show(held, source.next(), source, 0);
            show(held, source.next(), source, 1);

            held.close();
            assertThat(pool.lent()).isZero();
        }
    }

    private static void show(HeldFrames held, Frame frame, FakeSource source, long position) {
        held.show(new ShownFrame(frame, List.of(), source.info(), position), frame);
    }

    @Test
    void of_a_moment_that_was_rendered_from_a_copy_only_that_is_held_on() {
        try (FramePool pool = new FramePool();
                FramePool copies = new FramePool();
                FakeSource source = FakeSource.video(pool, 2, 10);
                HeldFrames held = new HeldFrames()) {
            Frame frame = source.next();
            Frame copy = frame.showing(copies.acquire(4, 3));
            held.show(new ShownFrame(frame, List.of(), source.info(), 0).with(copy), copy);
            show(held, source.next(), source, 1);

            assertThat(pool.lent()).isEqualTo(1);
            assertThat(copies.lent()).isEqualTo(1);
            held.pulse();
            held.pulse();
            assertThat(copies.lent()).isZero();
        }
    }

    @Test
    void pixels_that_give_way_to_others_of_the_same_moment_are_held_on() {
        try (FramePool pool = new FramePool();
                FramePool copies = new FramePool();
                FakeSource source = FakeSource.video(pool, 2, 10);
                HeldFrames held = new HeldFrames()) {
            Frame frame = source.next();
            Frame copy = frame.showing(copies.acquire(4, 3));
            held.show(new ShownFrame(frame, List.of(), source.info(), 0).with(copy), copy);
            held.render(frame);
            show(held, source.next(), source, 1);

            assertThat(pool.lent()).isEqualTo(2);
            held.pulse();
            held.pulse();
            assertThat(pool.lent()).isEqualTo(1);
            assertThat(copies.lent()).isZero();
        }
    }
}
