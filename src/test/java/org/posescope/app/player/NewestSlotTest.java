package org.posescope.app.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.testkit.FakeSource;

class NewestSlotTest {
    @Test
    void a_newer_moment_takes_the_place_and_gives_back_the_frame_of_the_older() {
        try (FramePool pool = new FramePool();
                FakeSource source = FakeSource.video(pool, 3, 10);
                NewestSlot slot = new NewestSlot()) {
            Frame first = source.next();
            Frame second = source.next();

            slot.put(new ShownFrame(first, List.of(), source.info(), 0));
            slot.put(new ShownFrame(second, List.of(), source.info(), 1));
            assertThat(pool.lent()).isEqualTo(1);

            try (ShownFrame taken = slot.take().orElseThrow()) {
                assertThat(taken.positionMicros()).isEqualTo(1);
                assertThat(slot.take()).isEmpty();
            }
            assertThat(pool.lent()).isZero();
        }
    }

    @Test
    void closing_gives_back_what_nobody_took() {
        try (FramePool pool = new FramePool(); FakeSource source = FakeSource.video(pool, 1, 10)) {
            NewestSlot slot = new NewestSlot();
            slot.put(new ShownFrame(source.next(), List.of(), source.info(), 0));

            slot.close();
            assertThat(pool.lent()).isZero();
        }
    }
}
