package org.posescope.quantize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import org.posescope.network.int8.Range;
import org.posescope.tensor.Tensor;

class HistogramTest {
    /** 1,000,000 numbers evenly from 0 to 100, among them a few far away. */
    private static Tensor withOutliers() {
        float[] numbers = new float[1_000_000];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i * 1e-4f;
        }
        for (int i = 0; i < 50; i++) {
            numbers[i * 1000] = i % 2 == 0 ? 1000 : -500;
        }
        return Tensor.of(numbers, numbers.length);
    }

    @Test
    void all_that_was_seen_is_inside_the_extremes() {
        Extremes extremes = new Extremes();
        extremes.add(withOutliers());
        extremes.add(Tensor.of(new float[] {-501}, 1));

        assertThat(extremes.range()).isEqualTo(new Range(-501, 1000));
    }

    @Test
    void a_few_outliers_are_left_out_and_nothing_else() {
        Histogram histogram = new Histogram(new Range(-500, 1000));
        histogram.add(withOutliers());

        double bin = 1500.0 / Histogram.BINS;
        assertThat((double) histogram.central().min()).isCloseTo(0, within(bin));
        assertThat((double) histogram.central().max()).isCloseTo(100, within(bin));
    }

    @Test
    void a_long_tail_is_kept_up_to_its_last_ten_thousandth() {
        float[] numbers = new float[1_000_000];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) -Math.log1p(-(i + 0.5) / numbers.length);
        }
        Range all = Range.of(0, numbers[numbers.length - 1]);
        Histogram histogram = new Histogram(all);
        histogram.add(Tensor.of(numbers, numbers.length));

        assertThat((double) histogram.central().max()).isCloseTo(-Math.log(1e-4),
                within(1.5 * all.max() / Histogram.BINS));
    }

    @Test
    void an_array_of_zeros_has_the_range_of_zero() {
        Histogram histogram = new Histogram(Range.of(0, 0));
        histogram.add(Tensor.of(new float[9], 9));

        assertThat(histogram.central()).isEqualTo(new Range(0, 0));
    }

    @Test
    void numbers_that_are_not_finite_are_refused() {
        for (float strange : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> new Extremes().add(Tensor.of(new float[] {1, strange}, 2)));
        }
    }
}
