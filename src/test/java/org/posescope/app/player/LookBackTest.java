package org.posescope.app.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.source.Span;
import org.posescope.testkit.TestPictures;

@Timeout(30)
class LookBackTest {
    private static final SourceInfo CAMERA = new SourceInfo("0", SourceInfo.Kind.CAMERA, 64, 48, 10, -1, -1, false);
    private static final SourceInfo OTHER = new SourceInfo("1", SourceInfo.Kind.CAMERA, 64, 48, 10, -1, -1, false);
    private static final SourceInfo CLIP = new SourceInfo("a.mp4", SourceInfo.Kind.VIDEO, 64, 48, 10, 9, 900_000, true);

    private final FramePool pool = new FramePool();
    private final NewestSlot screen = new NewestSlot();
    private LookBack back = new LookBack(screen, pool, new LookBack.Limits(1 << 20, 1_000_000));

    @AfterEach
    void everything_is_given_back() {
        back.close();
        screen.close();
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertThat(Thread.currentThread().isInterrupted()).as("its time is over").isFalse();
            LockSupport.parkNanos(100_000);
        }
    }

    private void see(SourceInfo source, long positionMicros) {
        Frame frame = TestPictures.frame(pool, 64, 48, (int) (positionMicros / 100_000), positionMicros);
        try (ShownFrame moment = new ShownFrame(frame, List.of(), source, positionMicros)) {
            back.seen(moment);
        }
    }

    private void play(SourceInfo source, long fromMicros, int frames) {
        for (int i = 0; i < frames; i++) {
            long position = fromMicros + i * 100_000L;
            see(source, position);
            if (i > 0 && source.kind().live()) {
                await(() -> back.held().filter(span -> span.toMicros() == position).isPresent());
            } else if (i == 0) {
                await(() -> pool.lent() == 0);
            }
        }
    }

    private Optional<Long> shown() {
        ShownFrame[] taken = new ShownFrame[1];
        await(() -> {
            taken[0] = screen.take().orElse(null);
            return taken[0] != null;
        });
        try (ShownFrame moment = taken[0]) {
            try (Frame original = TestPictures.frame(pool, 64, 48, (int) moment.frame().index(),
                    moment.positionMicros())) {
                int middle = 4 * (24 * 64 + 32);
                assertThat(moment.frame().pixels().get(ValueLayout.JAVA_BYTE, middle) & 0xFF)
                        .isCloseTo(original.pixels().get(ValueLayout.JAVA_BYTE, middle) & 0xFF, within(24));
            }
            return Optional.of(moment.frame().ptsMicros());
        }
    }

    @Test
    void what_a_camera_showed_is_shown_again_at_its_place_and_step_by_step() {
        play(CAMERA, 5_000_000, 6);

        assertThat(back.held()).contains(new Span(5_000_000, 5_500_000));
        assertThat(back.show(5_250_000, 0)).isEqualTo(5_200_000);
        assertThat(shown()).contains(5_200_000L);
        assertThat(back.show(5_200_000, 1)).isEqualTo(5_300_000);
        assertThat(shown()).contains(5_300_000L);
        assertThat(back.show(5_300_000, -9)).isEqualTo(5_000_000);
        assertThat(shown()).contains(5_000_000L);
    }

    @Test
    void only_the_last_minutes_are_held() {
        play(CAMERA, 0, 15);

        assertThat(back.held()).contains(new Span(400_000, 1_400_000));
    }

    @Test
    void only_so_much_memory_is_taken() {
        back.close();
        back = new LookBack(screen, pool, new LookBack.Limits(1, 1_000_000));

        see(CAMERA, 0);
        await(() -> pool.lent() == 0);
        see(CAMERA, 100_000);
        await(() -> pool.lent() == 0);

        assertThat(back.held()).isEmpty();
    }

    @Test
    void nothing_is_held_of_clips_and_a_source_ends_what_is_held_of_another() {
        play(CLIP, 0, 3);
        assertThat(back.held()).isEmpty();
        play(CAMERA, 0, 3);

        play(OTHER, 7_000_000, 2);

        assertThat(back.held()).contains(new Span(7_000_000, 7_100_000));
        see(CLIP, 0);
        assertThat(back.held()).isEmpty();
    }
}
