package org.posescope.quantize;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidateTest {
    private static Candidate candidate(String layer, double difference, double timeRatio) {
        return new Candidate(layer.isEmpty() ? Set.of() : Set.of(layer), Path.of(layer + ".onnx"), difference,
                timeRatio);
    }

    /** A layer stays in float where it costs next to nothing, however little it gives, and never where it costs time. */
    @ParameterizedTest
    @CsvSource({"0.10, 0.50, 0.05, 0.51, true", "0.10, 0.50, 0.01, 0.60, false", "0.10, 0.50, 0.10, 0.49, false",
        "0.10, 0.60, 0.09, 0.50, true"})
    void a_layer_is_left_in_float_when_it_pays(double allDifference, double allTime, double someDifference,
            double someTime, boolean left) {
        Candidate best = Candidate.best(
                List.of(candidate("", allDifference, allTime), candidate("first", someDifference, someTime)));

        assertThat(best.leftInFloat()).isEqualTo(left ? Set.of("first") : Set.of());
    }

    @Test
    void among_equals_the_first_is_taken() {
        assertThat(Candidate.best(List.of(candidate("a", 0.1, 0.5), candidate("b", 0.1, 0.5))).leftInFloat())
                .containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "0.2, true", "0.2001, false", "Infinity, false", "NaN, false"})
    void a_network_that_strayed_is_not_close(double difference, boolean close) {
        assertThat(candidate("", difference, 0.5).isClose()).isEqualTo(close);
    }
}
