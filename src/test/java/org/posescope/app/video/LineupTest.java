package org.posescope.app.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.posescope.app.player.ShownFrame;
import org.posescope.frame.FramePool;
import org.posescope.testkit.FakeSource;

class LineupTest {
    private final FramePool pool = new FramePool();
    private final FakeSource source = FakeSource.video(pool, 100, 10);
    private final SlowBodies bodies = new SlowBodies();
    private final Lineup lineup = new Lineup(bodies);

    /** Bodies that are drawn when the test says so. */
    private static final class SlowBodies implements Lineup.Bodies {
        private final List<Long> begun = new ArrayList<>();
        private boolean drawn;

        @Override
        public void begin(ShownFrame moment) {
            begun.add(moment.positionMicros());
            drawn = false;
        }

        @Override
        public boolean drawn() {
            return drawn;
        }
    }

    @AfterEach
    void everyFrameIsGivenBack() {
        lineup.close();
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    private void add(long position) {
        lineup.add(new ShownFrame(source.next(), List.of(), source.info(), position));
    }

    /** What a pulse brings to the screen, for example {@code 3 with bodies}. */
    private String pulse(boolean embodied) {
        Optional<Lineup.Ready> ready = lineup.pulse(embodied);
        ready.ifPresent(each -> each.moment().close());
        return ready.map(each -> each.moment().positionMicros() + (each.embodied() ? " with bodies" : "")).orElse("");
    }

    @Test
    void who_expects_a_moment_hears_of_it_when_its_bodies_are_begun() {
        List<Long> expected = new ArrayList<>();
        lineup.expect(moment -> expected.add(moment.positionMicros()));
        add(1);
        pulse(true);
        add(2);
        add(3);
        pulse(true);
        assertThat(expected).containsExactly(1L);
        bodies.drawn = true;
        pulse(true);
        pulse(true);

        assertThat(expected).containsExactly(1L, 3L).isEqualTo(bodies.begun);
    }

    @Test
    void without_bodies_the_newest_moment_is_shown_at_once() {
        add(1);
        add(2);

        assertThat(pulse(false)).isEqualTo("2");
        assertThat(pulse(false)).isEmpty();
        assertThat(bodies.begun).isEmpty();
    }

    @Test
    void with_bodies_a_moment_is_shown_when_they_are_drawn_and_then_the_newest_that_came_meanwhile() {
        add(1);
        assertThat(pulse(true)).isEmpty();
        add(2);
        add(3);
        assertThat(pulse(true)).isEmpty();

        bodies.drawn = true;
        assertThat(pulse(true)).isEqualTo("1 with bodies");
        assertThat(bodies.begun).as("before those of the first are shown").containsExactly(1L);
        assertThat(pulse(true)).isEmpty();
        bodies.drawn = true;
        assertThat(pulse(true)).isEqualTo("3 with bodies");
        assertThat(lineup.idle()).isTrue();
        assertThat(bodies.begun).containsExactly(1L, 3L);
    }

    @Test
    void bodies_that_are_switched_off_hold_nothing_up_and_bring_nothing_old_back() {
        add(1);
        assertThat(pulse(true)).isEmpty();
        add(2);
        assertThat(pulse(false)).isEqualTo("2");

        bodies.drawn = true;
        assertThat(pulse(false)).isEmpty();
        assertThat(lineup.idle()).isTrue();
    }

    @Test
    void what_is_drawn_when_bodies_are_switched_off_while_nothing_plays_is_still_shown() {
        add(1);
        assertThat(pulse(true)).isEmpty();

        bodies.drawn = true;
        assertThat(pulse(false)).isEqualTo("1 with bodies");
    }
}
