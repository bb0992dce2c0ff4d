package org.posescope.pipeline.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentilesTest {
    /** Of a lognormal distribution, as times are, about {@code median} microseconds. */
    private static Histogram times(long seed, int count, double median) {
        Random random = new Random(seed);
        Histogram histogram = new Histogram(3);
        for (int i = 0; i < count; i++) {
            histogram.recordValue((long) (median * Math.exp(random.nextGaussian())));
        }
        return histogram;
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 30000", "2, 2, 30000", "3, 3, 5", "4, 19, 900", "5, 20, 27000", "6, 100, 27000", "7, 101, 0.5",
        "8, 5000, 1800", "9, 200, 4000000"})
    void they_are_those_of_the_histogram(long seed, int count, double median) {
        Histogram micros = times(seed, count, median);

        Percentiles percentiles = Percentiles.ofMicros(micros);

        assertThat(percentiles.mean()).isCloseTo(micros.getMean() / 1000, within(1e-9 * micros.getMean()));
        assertThat(percentiles).isEqualTo(new Percentiles(count, micros.getValueAtPercentile(50) / 1000.0,
                micros.getValueAtPercentile(95) / 1000.0, micros.getValueAtPercentile(99) / 1000.0,
                micros.getMaxValue() / 1000.0, percentiles.mean()));
    }

    @Test
    void ranks_are_rounded_as_the_histogram_rounds_them() {
        for (int count = 1; count <= 300; count++) {
            Histogram micros = new Histogram(3);
            for (int i = 1; i <= count; i++) {
                micros.recordValue(i);
            }
            Percentiles percentiles = Percentiles.ofMicros(micros);
            assertThat(new double[] {percentiles.p50(), percentiles.p95(), percentiles.p99()}).as("of " + count)
                    .containsExactly(micros.getValueAtPercentile(50) / 1000.0,
                            micros.getValueAtPercentile(95) / 1000.0, micros.getValueAtPercentile(99) / 1000.0);
        }
    }

    @Test
    void of_nothing_all_are_0() {
        assertThat(Percentiles.ofMicros(new Histogram(3))).isEqualTo(new Percentiles(0, 0, 0, 0, 0, 0));
    }
}
