package org.posescope.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.posescope.pipeline.kept.Attendance;

class LanesTest {
    private static final long FRAME = 100_000;

    private static Attendance frame(long number, Map<Integer, Float> people) {
        return new Attendance(number * FRAME, people);
    }

    @Test
    void a_bar_goes_on_as_long_as_somebody_is_in_every_frame_that_was_looked_at() {
        Lanes lanes = Lanes.of(List.of(frame(0, Map.of(1, 1f)), frame(1, Map.of(1, 1f, 2, 0.5f)), frame(2, Map.of()),
                frame(4, Map.of(1, 1f))), FRAME);

        assertThat(lanes).isEqualTo(new Lanes(
                List.of(new Lane(1, 3, List.of(new Bar(0, 2 * FRAME, 1), new Bar(4 * FRAME, 5 * FRAME, 1))),
                        new Lane(2, 1, List.of(new Bar(FRAME, 2 * FRAME, 0.5)))),
                List.of(new Bar(0, 5 * FRAME, 1))));
        assertThat(lanes.people()).extracting(Lane::firstSeen).containsExactly(0L, FRAME);
    }

    @Test
    void what_was_not_looked_at_for_long_is_no_part_of_a_bar() {
        Lanes lanes = Lanes.of(List.of(frame(0, Map.of(1, 1f)), frame(5, Map.of(1, 1f)), frame(30, Map.of(1, 1f))),
                FRAME);

        assertThat(lanes.people().getFirst().bars()).extracting(Bar::from, Bar::to)
                .containsExactly(tuple(0L, 5 * FRAME), tuple(5 * FRAME, 6 * FRAME), tuple(30 * FRAME, 31 * FRAME));
        assertThat(lanes.looked()).isEqualTo(lanes.people().getFirst().bars());
    }

    @Test
    void bars_that_touch_tell_how_sureness_changes() {
        List<Attendance> frames = LongStream.range(0, 10)
                .mapToObj(number -> frame(number, Map.of(1, number < 5 ? 1f : 0.5f))).toList();

        assertThat(Lanes.of(frames, FRAME).people()).containsExactly(new Lane(1, 10,
                List.of(new Bar(0, 5 * FRAME, 1), new Bar(5 * FRAME, 10 * FRAME, 0.5))));
    }
}
