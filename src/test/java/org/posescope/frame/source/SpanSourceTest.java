package org.posescope.frame.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.testkit.FakeSource;

class SpanSourceTest {
    private static final long INTERVAL = 100_000;

    private static List<Long> frames(long fromMicros, long toMicros) {
        List<Long> frames = new ArrayList<>();
        try (FramePool pool = new FramePool();
                SpanSource source = new SpanSource(FakeSource.video(pool, 10, 10), fromMicros, toMicros)) {
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
        assertThat(frames(3 * INTERVAL, 5 * INTERVAL)).containsExactly(3L, 4L, 5L);
        assertThat(frames(8 * INTERVAL, Long.MAX_VALUE)).containsExactly(8L, 9L);
        assertThat(frames(0, INTERVAL)).containsExactly(0L, 1L);
        assertThat(frames(0, Long.MAX_VALUE)).hasSize(10);
    }
}
