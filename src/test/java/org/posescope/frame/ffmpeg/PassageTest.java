package org.posescope.frame.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;

import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;

class PassageTest {
    private static final long SECOND = 1000;

    private static long[] skipped(Passage passage, long... times) {
        return LongStream.of(times).filter(passage::skips).toArray();
    }

    @Test
    void pictures_before_the_one_that_is_sought_are_left_out_in_whatever_order_they_are_decoded() {
        Passage passage = new Passage();
        passage.begin(400, SECOND);

        assertThat(skipped(passage, 0, 300, 100, 200, 600, 400, 399, avutil.AV_NOPTS_VALUE(), 500))
                .containsExactly(0, 300, 100, 200, 399);
    }

    @Test
    void nothing_is_left_out_before_and_after_a_passage_and_where_time_begins_anew() {
        Passage passage = new Passage();
        assertThat(skipped(passage, -5, 0, 5)).isEmpty();
        passage.begin(9000, SECOND);
        assertThat(skipped(passage, 8000, 0, 40, 8000)).containsExactly(8000);
        passage.begin(9000, SECOND);
        passage.end();
        assertThat(skipped(passage, 8000)).isEmpty();
    }
}
