package org.posescope.network.int8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.posescope.network.onnx.edit.OnnxArray;
import org.posescope.network.onnx.edit.OnnxAttribute;
import org.posescope.network.onnx.edit.OnnxOperator;

class ScalesTest {
    /** Scale and zero point by y_scale = (max - min) / 255, y_zero_point = round(-min / y_scale) (DynamicQuantizeLinear of ONNX). */
    @ParameterizedTest
    @CsvSource({"0, 2.55, 0.01, 0", "-1.28, 1.27, 0.01, 128", "-2.55, 0, 0.01, 255", "1, 5.1, 0.02, 0",
        "-5.1, -1, 0.02, 255", "0, 0, 1, 0"})
    void a_range_with_zero_inside_becomes_scale_and_zero_point(float least, float greatest, float scale,
            int zeroPoint) {
        ActivationScale chosen = ActivationScale.of(Range.of(least, greatest));

        assertThat(chosen.scale()).isCloseTo(scale, within(scale * 1e-6f));
        assertThat(chosen.zeroPoint()).isEqualTo(zeroPoint);
    }

    @Test
    void a_range_without_zero_or_end_is_a_mistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(0, Float.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(Float.NaN, 0));
    }

    @Test
    void each_channel_of_weights_has_a_scale_of_its_own() {
        float[] weights = {1.27f, -0.635f, 0, 0.01f, -0.0254f, 0.0127f};

        QuantizedWeights quantized = QuantizedWeights.of(weights, place -> place / 3, new float[] {0.5f, -2}, 0.1f);

        assertThat(quantized.scales()[0]).isCloseTo(0.01f, within(1e-8f));
        assertThat(quantized.scales()[1]).isCloseTo(0.0002f, within(1e-10f));
        assertThat(quantized.codes()).containsExactly(127, -64, 0, 50, -127, 64);
        float[] steps = quantized.stepScales(0.1f);
        assertThat(QuantizedWeights.bias(new float[] {0.5f, -2}, steps)).containsExactly(500, -100_000);
    }

    /** 255 * 128 is the most that 16 bits hold of two products; the pair that decides stands for 127, each of it rounded. */
    @Test
    void no_two_codes_of_a_channel_are_together_more_than_128() {
        Random random = new Random(3);
        for (int channel = 0; channel < 200; channel++) {
            float[] weights = new float[2 + random.nextInt(300)];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) (random.nextGaussian() * Math.exp(random.nextInt(3)));
            }

            byte[] codes = QuantizedWeights.of(weights, place -> 0, new float[] {0}, 0.1f).codes();

            Arrays.sort(codes);
            int least = codes[0] + Math.min(codes[1], 0);
            int most = codes[codes.length - 1] + Math.max(codes[codes.length - 2], 0);
            assertThat(Math.max(-least, most)).isBetween(126, 128);
        }
    }

    @Test
    void a_channel_without_weights_keeps_its_bias_within_32_bits() {
        QuantizedWeights quantized = QuantizedWeights.of(new float[] {0, 0, 1e-30f}, place -> place,
                new float[] {7, 0, -3}, 0.5f);
        int[] bias = QuantizedWeights.bias(new float[] {7, 0, -3}, quantized.stepScales(0.5f));

        assertThat(quantized.codes()).containsExactly(0, 0, 0);
        assertThat(bias[0] * (double) quantized.stepScales(0.5f)[0]).isCloseTo(7, within(1e-5));
        assertThat(bias[1]).isZero();
        assertThat(bias[2] * (double) quantized.stepScales(0.5f)[2]).isCloseTo(-3, within(1e-5));
    }

    @Test
    void output_channels_lie_where_the_operators_have_them() {
        float[] six = new float[12];
        OnnxOperator gemm = OnnxOperator.of("Gemm", "y", "x", "w");
        OnnxOperator grouped = OnnxOperator.of("ConvTranspose", "y", "x", "w").with(OnnxAttribute.of("group", 2));

        assertThat(channels(OnnxOperator.of("Conv", "y", "x", "w"), OnnxArray.of("w", six, 2, 3, 2)))
                .containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1);
        assertThat(channels(gemm, OnnxArray.of("w", six, 4, 3))).containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2);
        assertThat(channels(gemm.with(OnnxAttribute.of("transB", 1)), OnnxArray.of("w", six, 4, 3)))
                .containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3);
        assertThat(channels(grouped, OnnxArray.of("w", six, 2, 3, 2)))
                .containsExactly(0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
    }

    private static int[] channels(OnnxOperator layer, OnnxArray weight) {
        OutputChannels channels = OutputChannels.of(layer, weight);
        int[] all = new int[weight.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = channels.at(i);
        }
        return all;
    }
}
