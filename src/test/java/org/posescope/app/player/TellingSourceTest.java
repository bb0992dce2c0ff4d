package org.posescope.app.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.posescope.frame.ForwardingSource;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.testkit.FakeSource;

class TellingSourceTest {
    private final List<String> told = new ArrayList<>();

    /** Turns out to be cut off when its end is reached, and damaged when it is read further. */
    private static final class Cut extends ForwardingSource {
        private final List<String> found = new ArrayList<>(List.of("it is dark"));

        Cut(FramePool pool) {
            super(FakeSource.video(pool, 2, 10));
        }

        @Override
        public Frame next() {
            Frame frame = source.next();
            if (frame == null) {
                found.add(found.size() == 1 ? "it was cut" : "it is damaged");
            }
            return frame;
        }

        @Override
        public List<String> warnings() {
            return found;
        }
    }

    private static void playOnce(TellingSource source) {
        while (true) {
            try (Frame frame = source.next()) {
                if (frame == null) {
                    return;
                }
            }
        }
    }

    @Test
    void what_turns_out_on_the_way_is_told_at_the_end_of_a_pass_and_nothing_twice() {
        try (FramePool pool = new FramePool(); TellingSource source = new TellingSource(new Cut(pool), told::add)) {
            source.tell();
            assertThat(told).containsExactly("it is dark");

            playOnce(source);
            assertThat(told).containsExactly("it is dark", "it was cut");

            source.seek(0);
            playOnce(source);
            source.tell();
            assertThat(told).containsExactly("it is dark", "it was cut", "it is damaged");
        }
    }
}
