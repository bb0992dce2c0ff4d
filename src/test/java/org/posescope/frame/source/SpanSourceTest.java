package org.posescope.frame.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.SourceInfo;
import org.posescope.testkit.FakeSource;
import org.posescope.testkit.TimedFilm;

class SpanSourceTest {
    private static final long INTERVAL = 100_000;

    private static List<Long> frames(Span span) {
        List<Long> frames = new ArrayList<>();
        try (FramePool pool = new FramePool();
                SpanSource source = new SpanSource(FakeSource.video(pool, 10, 10), span)) {
            for (Frame frame = source.next(); frame != null; frame = source.next()) {
                frames.add(frame.positionMicros() / INTERVAL);
                frame.close();
            }
            assertThat(pool.lent()).isZero();
        }
        return frames;
    }

    @Test
    void both_ends_belong_to_a_part() {
        assertThat(frames(new Span(3 * INTERVAL, 5 * INTERVAL))).containsExactly(3L, 4L, 5L);
        assertThat(frames(new Span(8 * INTERVAL, Long.MAX_VALUE))).containsExactly(8L, 9L);
        assertThat(frames(new Span(0, INTERVAL))).containsExactly(0L, 1L);
        assertThat(frames(Span.WHOLE)).hasSize(10);
    }

    private static int given(TimedFilm film, Span span) {
        int given = 0;
        film.seek(0);
        SpanSource source = new SpanSource(film, span);
        for (Frame frame = source.next(); frame != null; frame = source.next()) {
            given++;
            frame.close();
        }
        return given;
    }

    @ParameterizedTest
    @CsvSource({"12, 12288", "23.976023976, 24000", "25, 12800", "29.97002997, 30000", "30, 15360", "30, 1000",
        "60, 1000"})
    void as_many_frames_are_given_as_a_part_says_that_it_has(double fps, long unitsPerSecond) {
        try (FramePool pool = new FramePool();
                TimedFilm film = TimedFilm.constant(pool, 100, fps, unitsPerSecond)) {
            for (int first = 0; first < 100; first += 7) {
                for (int last = first; last < 100; last += 3) {
                    Span part = new Span(film.times().get(first), film.times().get(last));
                    assertThat(part.frames(film.info())).as("%d to %d", first, last).isEqualTo(given(film, part))
                            .isEqualTo(last - first + 1);
                }
                Span rest = new Span(film.times().get(first), Span.WHOLE.toMicros());
                assertThat(rest.frames(film.info())).isEqualTo(given(film, rest));
            }
        }
    }

    @Test
    void a_part_of_a_folder_has_its_pictures() {
        SourceInfo folder = new SourceInfo("photos", SourceInfo.Kind.IMAGE_FOLDER, 640, 480, 0, 5, 5_000_000, true);

        assertThat(new Span(1_000_000, 3_000_000).frames(folder)).isEqualTo(3);
        assertThat(Span.WHOLE.frames(folder)).isEqualTo(5);
    }
}
