package org.posescope.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NdArrayTest {
    @Test
    void whole_numbers_come_out_of_floats_that_hold_them() {
        assertThat(NdArray.of(new double[] {3, -4, 0}, 3).toInts()).containsExactly(3, -4, 0);
        assertThat(NdArray.of(new double[] {-0x1p62}, 1).toLongs()).containsExactly(-(1L << 62));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, Double.NaN, Double.POSITIVE_INFINITY, 0x1p63, -0x1p64})
    void other_floats_are_no_whole_numbers(double value) {
        NdArray array = NdArray.of(new double[] {value}, 1);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(array::toLongs);
    }

    @Test
    void a_long_that_is_no_int_is_refused() {
        NdArray array = NdArray.of(new long[] {1L << 31}, 1);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(array::toInts);
    }

    @Test
    void an_unsigned_number_beyond_a_signed_long_is_rounded_once() {
        ByteBuffer bits = ByteBuffer.wrap(new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, 4, 1});
        NdArray array = new NdArray(parse(">u8"), new int[0], false, bits);
        assertThat(array.getDouble(0)).isEqualTo(0x1p63 + 0x1p11);
        assertThat(array.getLong(0)).isEqualTo(0x8000_0000_0000_0401L);
    }

    @Test
    void columns_first_memory_is_read_row_by_row() {
        NdArray array = new NdArray(parse("|i1"), new int[] {2, 3}, true,
                ByteBuffer.wrap(new byte[] {1, 4, 2, 5, 3, 6}));
        assertThat(array.toInts()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void text_is_no_number_and_a_number_no_text() {
        assertThatIllegalStateException().isThrownBy(() -> NdArray.of("1").toDoubles());
        assertThatIllegalStateException().isThrownBy(() -> NdArray.of(new int[1], 1).getText(0));
    }

    @Test
    void data_must_fill_the_shape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NdArray(DType.FLOAT32, new int[] {2}, false, ByteBuffer.allocate(4)));
    }

    private static DType parse(String descr) {
        try {
            return DType.parse(descr);
        } catch (MalformedDataException e) {
            throw new AssertionError(e);
        }
    }
}
