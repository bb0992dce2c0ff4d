package org.posescope.infer.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadCurveTest {
    private static final ThreadCurve CURVE = new ThreadCurve(
            new TreeMap<>(Map.of(1, 40.0, 2, 22.0, 4, 15.0, 8, 14.0, 15, 25.0)));

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 2", "4, 4", "8, 4", "15, 4", "64, 4"})
    void the_fewest_threads_are_taken_than_which_no_more_are_a_tenth_faster(int most, int best) {
        assertThat(CURVE.best(most)).isEqualTo(best);
    }

    @Test
    void where_nothing_was_measured_there_is_one() {
        assertThat(ThreadCurve.EMPTY.best(8)).isEqualTo(1);
    }
}
