package org.posescope.app.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.source.Span;
import org.posescope.testkit.FakeSource;

class RepeatingSourceTest {
    private static final double FPS = 10;
    private static final long INTERVAL = 100_000;

    private final AtomicReference<Optional<Span>> repeats = new AtomicReference<>(
            Optional.of(Span.WHOLE));
    private final AtomicInteger endings = new AtomicInteger();

    private static List<Long> positions(RepeatingSource source, int frames) {
        List<Long> positions = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            try (Frame frame = source.next()) {
                positions.add(frame.positionMicros() / INTERVAL);
            }
        }
        return positions;
    }

    private RepeatingSource source(FramePool pool, int frames) {
        return new RepeatingSource(FakeSource.video(pool, frames, FPS), repeats::get, endings::incrementAndGet);
    }

    @Test
    void positions_start_again_while_presentation_times_go_on() {
        try (FramePool pool = new FramePool(); RepeatingSource source = source(pool, 3)) {
            assertThat(positions(source, 4)).containsExactly(0L, 1L, 2L, 0L);
            try (Frame fifth = source.next()) {
                assertThat(fifth.ptsMicros()).isEqualTo(4 * INTERVAL);
                assertThat(fifth.index()).isEqualTo(4);
            }
            assertThat(endings).hasValue(0);
        }
    }

    @Test
    void a_frame_of_the_pass_before_keeps_its_position() {
        try (FramePool pool = new FramePool(); RepeatingSource source = source(pool, 2)) {
            positions(source, 1);
            try (Frame last = source.next(); Frame first = source.next()) {
                assertThat(last.positionMicros()).isEqualTo(INTERVAL);
                assertThat(first.positionMicros()).isZero();
            }
        }
    }

    @Test
    void the_end_is_told_when_it_is_not_to_start_again_and_a_seek_goes_on() {
        repeats.set(Optional.empty());
        try (FramePool pool = new FramePool(); RepeatingSource source = source(pool, 3)) {
            positions(source, 3);

            assertThat(source.next()).isNull();
            assertThat(endings).hasValue(1);
            source.seek(INTERVAL);
            assertThat(positions(source, 2)).containsExactly(1L, 2L);
        }
    }

    @Test
    void a_seek_in_a_later_pass_goes_to_its_place() {
        try (FramePool pool = new FramePool(); RepeatingSource source = source(pool, 4)) {
            positions(source, 6);

            source.seek(3 * INTERVAL);
            assertThat(positions(source, 2)).containsExactly(3L, 0L);
        }
    }

    @Test
    void a_part_is_played_again_and_again_and_times_go_on() {
        repeats.set(Optional.of(new Span(2 * INTERVAL, 3 * INTERVAL)));
        try (FramePool pool = new FramePool(); RepeatingSource source = source(pool, 10)) {
            assertThat(positions(source, 7)).containsExactly(0L, 1L, 2L, 3L, 2L, 3L, 2L);
            try (Frame eighth = source.next()) {
                assertThat(eighth.ptsMicros()).isEqualTo(7 * INTERVAL);
            }
        }
    }

    @Test
    void behind_a_part_it_plays_to_the_end_and_then_the_part() {
        repeats.set(Optional.of(new Span(2 * INTERVAL, 3 * INTERVAL)));
        try (FramePool pool = new FramePool(); RepeatingSource source = source(pool, 7)) {
            positions(source, 3);

            source.seek(5 * INTERVAL);
            assertThat(positions(source, 5)).containsExactly(5L, 6L, 2L, 3L, 2L);
        }
    }

    @Test
    void the_frame_that_begins_another_round_is_told_from_the_next_one() {
        repeats.set(Optional.of(new Span(2 * INTERVAL, 3 * INTERVAL)));
        try (FramePool pool = new FramePool(); RepeatingSource source = source(pool, 7)) {
            assertThat(positions(source, 4)).last().isEqualTo(3L);
            assertThat(source.beganAgainAfter(3 * INTERVAL)).isFalse();
            assertThat(positions(source, 1)).containsExactly(2L);
            assertThat(source.beganAgainAfter(3 * INTERVAL)).isTrue();
            assertThat(source.beganAgainAfter(2 * INTERVAL)).as("it is shown already").isFalse();
            source.seek(4 * INTERVAL);
            assertThat(source.beganAgainAfter(3 * INTERVAL)).isFalse();
        }
    }

    @Test
    void a_round_of_one_frame_always_begins_again() {
        repeats.set(Optional.of(new Span(2 * INTERVAL, 2 * INTERVAL)));
        try (FramePool pool = new FramePool(); RepeatingSource source = source(pool, 7)) {
            assertThat(positions(source, 4)).containsExactly(0L, 1L, 2L, 2L);
            assertThat(source.beganAgainAfter(2 * INTERVAL)).isTrue();
        }
    }
}
