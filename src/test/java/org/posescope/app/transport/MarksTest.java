package org.posescope.app.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.posescope.app.player.FakePlayer;
import org.posescope.frame.source.Span;

class MarksTest {
    private final FakePlayer player = new FakePlayer();
    private final Marks marks = new Marks(player);

    @Test
    void a_part_is_between_its_begin_and_end() {
        marks.begin(100);
        marks.end(200);

        assertThat(marks.marked()).contains(new Span(100, 200));
        assertThat(player.told()).containsExactly("span 100..9223372036854775807", "span 100..200");
    }

    @Test
    void a_mark_on_the_other_side_of_the_other_one_takes_that_away() {
        marks.begin(100);
        marks.end(50);
        assertThat(marks.span().get()).isEqualTo(new Span(0, 50));

        marks.begin(70);
        assertThat(marks.span().get()).isEqualTo(new Span(70, Long.MAX_VALUE));
    }

    @Test
    void a_mark_at_its_own_place_is_taken_away() {
        marks.begin(100);
        marks.end(200);

        marks.begin(100);
        assertThat(marks.span().get()).isEqualTo(new Span(0, 200));
        marks.end(200);
        assertThat(marks.marked()).isEmpty();
    }
}
