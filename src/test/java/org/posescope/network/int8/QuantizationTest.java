package org.posescope.network.int8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.posescope.network.onnx.edit.OnnxAttribute;
import org.posescope.network.onnx.edit.OnnxModel;
import org.posescope.network.onnx.edit.OnnxOperator;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.OnnxFile;

class QuantizationTest {
    private static final float[] WEIGHTS = {0.5f, -1.27f, 0.02f, 0.254f, 0.1f, -0.05f};
    private static final float[] BIAS = {0.3f, -0.2f, 0.05f};
    private static final int ROWS = 16;

    @TempDir
    private Path folder;

    /** A convolution of one pixel, 2 channels to 3, and its ReLU. */
    private OnnxModel layer() throws IOException {
        return Runs.model(new OnnxFile().input("x", OnnxFile.FLOAT, -1, 2, 1, -1)
                .constant("w", Tensor.of(WEIGHTS.clone(), 3, 2, 1, 1)).constant("b", Tensor.of(BIAS.clone(), 3))
                .node("Conv", "sum", "x", "w", "b").node("Relu", "y", "sum").output("y", OnnxFile.FLOAT, -1, 3, 1, -1),
                folder);
    }

    @Test
    void a_layer_computes_what_the_specification_says_to_the_last_code() throws IOException {
        int pixels = 200;
        Tensor input = Runs.noise(5, 1, 2, 1, pixels);
        Map<String, Range> ranges = Map.of("x", Range.of(-2, 3), "y", Range.of(0, 2));

        Tensor actual = Runs.run(new Quantization(layer()).quantized(ranges, Set.of()), input, folder);

        float inputScale = 5f / 255;
        int inputZero = Math.round(2 / inputScale);
        float outputScale = 2f / 255;
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int channel = 0; channel < 3; channel++) {
                float one = WEIGHTS[2 * channel];
                float other = WEIGHTS[2 * channel + 1];
                float largest = Math.max(Math.max(Math.abs(one), Math.abs(other)), Math.abs(one + other));
                float weightScale = largest / 127;
                long sum = (long) Math.rint(BIAS[channel] / (inputScale * weightScale));
                for (int i = 0; i < 2; i++) {
                    int code = clamp(Math.rint(input.get(i * pixels + pixel) / inputScale) + inputZero);
                    sum += (code - inputZero) * (long) Math.rint(WEIGHTS[2 * channel + i] / weightScale);
                }
                double exact = sum * (double) inputScale * weightScale / outputScale;
                float found = actual.get(channel * pixels + pixel);
                assertThat(found / outputScale).isCloseTo(Math.round(found / outputScale), within(1e-3f));
                assertThat((double) Math.round(found / outputScale)).isCloseTo(clamp(Math.rint(exact)),
                        within(Math.abs(exact - Math.rint(exact)) > 0.499 ? 1.0 : 0.0));
            }
        }
    }

    /** Rows of weights that would leave 16 bits in pairs if they could use all codes, and activations that are all 255. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void no_sum_is_cut_off_however_large_activations_and_weights_are(int kernel) throws IOException {
        int inputs = 64;
        int size = inputs * kernel * kernel;
        float[] weights = new float[ROWS * size];
        Random random = new Random(7);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = switch (i / size) {
                case 0 -> 1;
                case 1 -> -1;
                case 2 -> i % 3 == 0 ? -1 : 1;
                case 3 -> i % size == 0 ? 1 : 0.6f;
                case 4 -> i % 4 < 2 ? 1 : -0.9f;
                default -> random.nextInt(-1, 2);
            };
        }
        OnnxModel model = Runs.model(new OnnxFile().input("x", OnnxFile.FLOAT, 1, inputs, 6, 6)
                .constant("w", Tensor.of(weights, ROWS, inputs, kernel, kernel)).node("Conv", "y", "x", "w")
                .output("y", OnnxFile.FLOAT, 1, ROWS, 7 - kernel, 7 - kernel), folder);
        float most = 2.6f * size;
        OnnxModel quantized = new Quantization(model)
                .quantized(Map.of("x", Range.of(0, 2.55f), "y", Range.of(-most, most)), Set.of());
        Tensor full = Tensor.allocate(1, inputs, 6, 6);
        for (int i = 0; i < full.size(); i++) {
            full.data().put(i, 2.55f);
        }

        Tensor actual = Runs.run(quantized, full, folder);

        byte[] codes = quantized.network().constants().get("y.weight.codes").raw().orElseThrow();
        float[] scales = quantized.network().constants().get("y.weight.codes.scale").floats();
        double step = 2.0 * most / 255;
        int pixels = actual.size() / ROWS;
        for (int i = 0; i < actual.size(); i++) {
            long sum = 0;
            for (int at = 0; at < size; at++) {
                sum += 255L * codes[i / pixels * size + at];
            }
            assertThat((double) actual.get(i)).isCloseTo(sum * 0.01 * scales[i / pixels], within(0.501 * step));
        }
    }

    private static int clamp(double code) {
        return (int) Math.clamp(code, 0, 255);
    }

    @Test
    void weights_have_a_scale_for_each_channel_and_the_activation_is_left_to_the_codes() throws IOException {
        OnnxModel quantized = new Quantization(layer()).quantized(
                Map.of("x", Range.of(-2, 3), "y", Range.of(0, 2)), Set.of());

        assertThat(quantized.network().operators()).extracting(OnnxOperator::type).containsExactly("QuantizeLinear",
                "DequantizeLinear", "DequantizeLinear", "DequantizeLinear", "Conv", "QuantizeLinear",
                "DequantizeLinear");
        assertThat(quantized.network().constants().get("y.weight.codes.scale").floats())
                .containsExactly(1.27f / 127, (0.254f + 0.02f) / 127, 0.1f / 127);
        assertThat(quantized.network().constants().get("y.weight.codes").raw().orElseThrow()).containsExactly(50, -127,
                9, 118, 127, -64);
        assertThat(quantized.network().outputs()).extracting(each -> each.name()).containsExactly("y");
    }

    @Test
    void an_activation_that_codes_do_not_imply_stays() throws IOException {
        OnnxModel quantized = new Quantization(layer()).quantized(
                Map.of("x", Range.of(-2, 3), "y", Range.of(-1, 2)), Set.of());
        Tensor input = Runs.noise(6, 1, 2, 1, 50);

        assertThat(quantized.network().operators()).extracting(OnnxOperator::type).contains("Relu");
        for (float number : Runs.run(quantized, input, folder).toArray()) {
            assertThat(number).isNotNegative();
        }
    }

    /** Two branches that are added and joined, with a pooling; the last layer gives the result. */
    private OnnxModel branches() throws IOException {
        OnnxModel model = Runs.model(new OnnxFile().input("x", OnnxFile.FLOAT, -1, 4, 8, 8)
                .constant("a", Runs.noise(1, 4, 4, 1, 1)).constant("b", Runs.noise(2, 4, 4, 1, 1))
                .constant("c", Runs.noise(3, 4, 4, 1, 1)).constant("d", Runs.noise(4, 5, 8, 1, 1))
                .node("Conv", "first", "x", "a").node("Relu", "r", "first").node("MaxPool", "p", "r")
                .node("Conv", "left", "p", "b").node("Add", "sum", "left", "p").node("Conv", "right", "sum", "c")
                .node("Concat", "both", "left2", "right").node("Conv", "y", "both", "d")
                .output("y", OnnxFile.FLOAT, -1, 5, 4, 4), folder);
        List<OnnxOperator> operators = model.network().operators().stream()
                .map(each -> each.is("MaxPool")
                        ? each.with(OnnxAttribute.of("kernel_shape", new long[] {2, 2}))
                                .with(OnnxAttribute.of("strides", new long[] {2, 2}))
                        : each.is("Concat")
                                ? each.with(OnnxAttribute.of("axis", 1)).withInputs(List.of("sum", "right"))
                                : each)
                .toList();
        return model.withNetwork(model.network().with(operators, model.network().constants()));
    }

    @Test
    void a_network_with_branches_stays_close_to_float_whatever_is_left_in_float() throws IOException {
        OnnxModel model = branches();
        Quantization network = new Quantization(model);
        Tensor input = Runs.noise(9, 3, 4, 8, 8);
        Map<String, Range> ranges = new HashMap<>();
        for (String array : network.arrays()) {
            Tensor seen = array.equals("x") ? input : only(model, array, input);
            float least = 0;
            float greatest = 0;
            for (float number : seen.toArray()) {
                least = Math.min(least, number);
                greatest = Math.max(greatest, number);
            }
            ranges.put(array, Range.of(least, greatest));
        }
        assertThat(network.firstLayers()).containsExactly("r");
        assertThat(network.lastLayers()).containsExactly("y");
        assertThat(network.layers()).isEqualTo(4);

        Tensor expected = Runs.run(model, input, folder);
        for (Set<String> leftInFloat : List.of(Set.<String>of(), Set.of("r"), Set.of("y"), Set.of("r", "y"))) {
            Tensor actual = Runs.run(network.quantized(ranges, leftInFloat), input, folder);
            double error = 0;
            double size = 0;
            for (int i = 0; i < expected.size(); i++) {
                error += Math.pow(actual.get(i) - expected.get(i), 2);
                size += Math.pow(expected.get(i), 2);
            }
            assertThat(Math.sqrt(error / size)).as("left in float: " + leftInFloat).isBetween(1e-5, 0.03);
        }
    }

    private Tensor only(OnnxModel model, String array, Tensor input) throws IOException {
        OnnxModel showing = new Quantization(model).showing(List.of(array));
        return Runs.run(showing.withNetwork(showing.network().withOutputs(
                showing.network().outputs().stream().filter(each -> each.name().equals(array)).toList())), input,
                folder);
    }

    @Test
    void a_network_without_layers_cannot_be_quantized() throws IOException {
        OnnxModel model = Runs.model(new OnnxFile().input("x", OnnxFile.FLOAT, 1, 2).node("Relu", "y", "x")
                .output("y", OnnxFile.FLOAT, 1, 2), folder);

        assertThat(new Quantization(model).isPossible()).isFalse();
    }
}
