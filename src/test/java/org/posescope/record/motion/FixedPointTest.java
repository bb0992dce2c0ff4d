package org.posescope.record.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedPointTest {
    @ParameterizedTest
    @CsvSource({"0, 3, 0.000", "1.5, 1, 1.5", "-1.25, 3, -1.250", "0.0005, 3, 0.001", "-0.0004, 3, 0.000",
        "0.999999, 3, 1.000", "12345.0625, 4, 12345.0625", "999999999.5, 9, 999999999.500000000",
        "1e12, 2, 1000000000000.00", "-2.5e10, 1, -25000000000.0"})
    void decimals_are_fixed(double value, int decimals, String text) {
        assertThat(FixedPoint.append(new StringBuilder("x "), value, decimals)).hasToString("x " + text);
    }

    @Test
    void what_is_no_number_is_refused() {
        assertThatThrownBy(() -> FixedPoint.append(new StringBuilder(), Double.NaN, 3))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
