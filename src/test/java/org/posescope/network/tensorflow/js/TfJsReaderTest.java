package org.posescope.network.tensorflow.js;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.posescope.testkit.JsNetwork.number;
import static org.posescope.testkit.JsNetwork.numbers;
import static org.posescope.testkit.JsNetwork.text;
import static org.posescope.testkit.JsNetwork.texts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posescope.error.UserException;
import org.posescope.model.NetworkRuntime;
import org.posescope.network.GraphRunner;
import org.posescope.network.graph.Graph;
import org.posescope.network.graph.Operation;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.JsNetwork;

class TfJsReaderTest {
    private static final int MUTATIONS = 1500;
    private static final float[] WEIGHTS = {1, -1, 0.5f, 2, 0, 3, -0.25f, 1, -2, 1, 1, 0};

    @TempDir
    private Path folder;

    /** As a converter from ONNX leaves them: turned around each convolution, and with shapes that are computed. */
    private static JsNetwork network() {
        return new JsNetwork().input("picture", 1, 3, 4, 4).ints("last", new int[] {0, 2, 3, 1}, 4)
                .ints("first", new int[] {0, 3, 1, 2}, 4).halves("weights", WEIGHTS, 1, 1, 3, 4)
                .halves("bias", new float[] {0, 1, -1, 0.5f}, 4)
                .ints("none", new int[0], 0, 1).ints("length", new int[] {3}, 1).ints("nothing", new int[0], 0)
                .ints("zero", new int[] {0}).ints("shape", new int[] {1, 1, -1}, 3)
                .ints("pieces", new int[] {3, 1}, 2).ints("channels", new int[] {1})
                .ints("turn", new int[] {0, 2, 1}, 3)
                .node("SparseToDense", "zeros", "", "none", "length", "nothing", "zero")
                .node("AddV2", "wanted", "", "shape", "zeros").node("Transpose", "in", "", "picture", "last")
                .node("Conv2D", "conv", text("padding", "VALID") + "," + text("data_format", "NHWC") + ","
                        + numbers("strides", 1, 2, 2, 1) + "," + numbers("dilations", 1, 1, 1, 1), "in", "weights")
                .node("Add", "sum", "", "conv", "bias").node("Transpose", "out", "", "sum", "first")
                .node("LeakyRelu", "leaky", number("alpha", 0.1), "out")
                .node("SplitV", "split", "", "leaky", "pieces", "channels")
                .node("Sigmoid", "sigmoid", "", "split:1").node("Reshape", "row", "", "sigmoid", "wanted")
                .node("Transpose", "column", "", "row", "turn").node("Identity", "scores", "", "column")
                .node("Identity", "rest", "", "split");
    }

    @ParameterizedTest
    @EnumSource(names = {"ONNXRUNTIME", "PYTORCH"})
    void a_graph_computes_what_its_operations_say(NetworkRuntime runtime) throws IOException {
        float[] picture = new float[3 * 4 * 4];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = i / 20f - 1;
        }
        Graph graph = TfJsReader.read(network().write(folder, "small", "scores", "rest"));
        Map<String, Tensor> outputs = GraphRunner.run(graph, runtime, Tensor.of(picture, 1, 3, 4, 4), folder);

        assertThat(outputs.get("scores").shape()).containsExactly(1, 4, 1);
        assertThat(outputs.get("rest").shape()).containsExactly(1, 3, 2, 2);
        for (int cell = 0; cell < 4; cell++) {
            int pixel = cell / 2 * 8 + cell % 2 * 2;
            double[] expected = {0, 1, -1, 0.5};
            for (int channel = 0; channel < 4; channel++) {
                for (int input = 0; input < 3; input++) {
                    expected[channel] += WEIGHTS[4 * input + channel] * picture[16 * input + pixel];
                }
                expected[channel] = Math.max(expected[channel], 0.1 * expected[channel]);
            }
            for (int channel = 0; channel < 3; channel++) {
                assertThat((double) outputs.get("rest").get(4 * channel + cell)).isCloseTo(expected[channel],
                        within(1e-5));
            }
            assertThat((double) outputs.get("scores").get(cell)).isCloseTo(1 / (1 + Math.exp(-expected[3])),
                    within(1e-5));
        }
    }

    @Test
    void turning_axes_to_and_fro_costs_nothing_and_a_sum_becomes_a_bias() throws IOException {
        Graph graph = TfJsReader.read(network().write(folder, "small", "rest"));

        assertThat(graph.nodes().stream().map(node -> node.operation().getClass().getSimpleName()).toList())
                .containsExactly("Convolution", "LeakyRelu", "Slice", "Slice");
        assertThat(graph.nodes().getFirst().operation()).isInstanceOfSatisfying(Operation.Convolution.class,
                layer -> assertThat(layer.bias().data()).containsExactly(0, 1, -1, 0.5f));
    }

    /** As MoveNet's files are: pictures of any size, layers with a bias and a function in them, and operations behind that are cut off. */
    private static JsNetwork anySize() {
        String same = text("padding", "SAME") + "," + numbers("dilations", 1, 1, 1, 1) + ",";
        return new JsNetwork().input("input", 1, -1, -1, 3).halves("mean", new float[] {1, 2, 3}, 1, 1, 1, 3)
                .halves("scale", new float[] {0.5f}).halves("kernel", ramp(54), 3, 3, 3, 2)
                .halves("bias", new float[] {0.5f, -1}, 2).halves("each", ramp(18), 3, 3, 2, 1)
                .halves("point", ramp(6), 1, 1, 3, 2).ints("one", new int[] {1}, 1).ints("three", new int[] {3}, 1)
                .ints("twice", new int[] {2, 2}, 2)
                .node("Cast", "floats", "\"DstT\": {\"type\": \"DT_FLOAT\"}", "input")
                .node("Sub", "centred", "", "floats", "mean").node("Mul", "scaled", "", "centred", "scale")
                .node("_FusedConv2D", "half", same + numbers("strides", 1, 2, 2, 1) + ","
                        + texts("fused_ops", "BiasAdd", "Relu6"), "scaled", "kernel", "bias")
                .node("FusedDepthwiseConv2dNative", "smooth", same + numbers("strides", 1, 1, 1, 1) + ","
                        + texts("fused_ops", "BiasAdd", "Relu"), "half", "each", "bias")
                .node("Shape", "shape", "", "smooth").node("StridedSlice", "sides", "", "shape", "one", "three", "one")
                .node("Mul", "doubled", "", "sides", "twice")
                .node("ResizeBilinear", "large", "\"half_pixel_centers\": {\"b\": true}", "smooth", "doubled")
                .node("_FusedConv2D", "skip", same + numbers("strides", 1, 1, 1, 1), "scaled", "point")
                .node("AddV2", "sum", "", "large", "skip").node("GatherNd", "behind", "", "sum");
    }

    private static float[] ramp(int count) {
        float[] ramp = new float[count];
        for (int i = 0; i < count; i++) {
            ramp[i] = (i * 7 % 11 - 5) / 16f;
        }
        return ramp;
    }

    @ParameterizedTest
    @EnumSource(names = {"ONNXRUNTIME", "PYTORCH"})
    void a_part_of_a_network_for_pictures_of_any_size_sees_them_in_their_own(NetworkRuntime runtime)
            throws IOException {
        Graph graph = TfJsReader.read(anySize().write(folder, "any", "behind"), Map.of("maps", "sum"));

        // PyTorch's files do not say that pictures may be of another size than that of their card.
        int[][] sizes = runtime == NetworkRuntime.PYTORCH
                ? new int[][] {{256, 256}}
                : new int[][] {{4, 6}, {6, 4}, {2, 2}};
        for (int[] size : sizes) {
            Picture picture = new Picture(size[0], size[1], 3, (row, column, channel) -> (row * 5 + column * 3
                    + channel) % 9);
            Tensor maps = GraphRunner.run(graph, runtime, picture.channelsFirst(), folder).get("maps");

            Picture expected = expected(picture);
            assertThat(maps.shape()).containsExactly(1, 2, size[0], size[1]);
            assertThat(maps.toArray()).usingComparatorWithPrecision(1e-4f)
                    .containsExactly(expected.channelsFirst().toArray());
        }
    }

    /** The arithmetic of TensorFlow, pixel by pixel. */
    private static Picture expected(Picture picture) {
        float[] kernel = ramp(54);
        float[] each = ramp(18);
        float[] point = ramp(6);
        float[] bias = {0.5f, -1};
        Picture scaled = new Picture(picture.rows, picture.columns, 3,
                (row, column, channel) -> (picture.at(row, column, channel) - channel - 1) / 2);
        Picture half = new Picture(picture.rows / 2, picture.columns / 2, 2, (row, column, channel) -> {
            float sum = bias[channel];
            for (int i = 0; i < 27; i++) {
                sum += kernel[2 * i + channel] * scaled.at(2 * row + i / 9, 2 * column + i / 3 % 3, i % 3);
            }
            return Math.clamp(sum, 0, 6);
        });
        Picture smooth = new Picture(half.rows, half.columns, 2, (row, column, channel) -> {
            float sum = bias[channel];
            for (int i = 0; i < 9; i++) {
                sum += each[2 * i + channel] * half.at(row - 1 + i / 3, column - 1 + i % 3, channel);
            }
            return Math.max(sum, 0);
        });
        return new Picture(picture.rows, picture.columns, 2, (row, column, channel) -> {
            float sum = 0;
            for (int i = 0; i < 3; i++) {
                sum += point[2 * i + channel] * scaled.at(row, column, i);
            }
            int otherRow = Math.clamp(row / 2 + (row % 2 == 0 ? -1 : 1), 0, smooth.rows - 1);
            int otherColumn = Math.clamp(column / 2 + (column % 2 == 0 ? -1 : 1), 0, smooth.columns - 1);
            float near = 0.75f * smooth.at(row / 2, column / 2, channel)
                    + 0.25f * smooth.at(row / 2, otherColumn, channel);
            float far = 0.75f * smooth.at(otherRow, column / 2, channel)
                    + 0.25f * smooth.at(otherRow, otherColumn, channel);
            return sum + 0.75f * near + 0.25f * far;
        });
    }

    private interface PixelFunction {
        float at(int row, int column, int channel);
    }

    /** Numbers in rows, columns and channels; 0 around it. */
    private static final class Picture {
        private final int rows;
        private final int columns;
        private final int channels;
        private final float[][][] numbers;

        Picture(int rows, int columns, int channels, PixelFunction function) {
            this.rows = rows;
            this.columns = columns;
            this.channels = channels;
            numbers = new float[rows][columns][channels];
            for (int i = 0; i < rows * columns * channels; i++) {
                int row = i / channels / columns;
                int column = i / channels % columns;
                numbers[row][column][i % channels] = function.at(row, column, i % channels);
            }
        }

        float at(int row, int column, int channel) {
            boolean inside = row >= 0 && row < rows && column >= 0 && column < columns;
            return inside ? numbers[row][column][channel] : 0;
        }

        Tensor channelsFirst() {
            float[] all = new float[channels * rows * columns];
            for (int i = 0; i < all.length; i++) {
                all[i] = at(i / columns % rows, i % columns, i / columns / rows);
            }
            return Tensor.of(all, 1, channels, rows, columns);
        }
    }

    @Test
    void a_batch_that_is_taken_away_and_brought_back_costs_nothing_and_no_other_axis_is() throws IOException {
        JsNetwork network = new JsNetwork().input("input", 1, 2, 2, 3).ints("first", new int[] {0})
                .node("Unpack", "one", "\"axis\": {\"i\": \"0\"}, \"num\": {\"i\": \"1\"}", "input")
                .node("ExpandDims", "batch", "", "one", "first")
                .node("Squeeze", "bare", numbers("squeeze_dims", 0), "batch")
                .node("ExpandDims", "again", "", "bare", "first").node("Sigmoid", "out", "", "again")
                .node("Sigmoid", "early", "", "bare").node("Squeeze", "rows", numbers("squeeze_dims", 1), "input");

        assertThat(TfJsReader.read(network.write(folder, "bare", "out")).nodes()).extracting("operation")
                .containsExactly(Operation.Elementwise.SIGMOID);
        assertThatThrownBy(() -> TfJsReader.read(folder.resolve("bare.json"), Map.of("out", "early")))
                .isInstanceOf(UserException.class).hasMessageContaining("takes what nothing before it has computed");
        assertThatThrownBy(() -> TfJsReader.read(folder.resolve("bare.json"), Map.of("out", "rows")))
                .isInstanceOf(UserException.class).hasMessageContaining("takes away another axis than the batch");
    }

    @Test
    void what_is_not_known_is_named_in_one_sentence() throws IOException {
        Path unknown = network().node("Einsum", "more", "", "rest").write(folder, "unknown", "more");
        assertThatThrownBy(() -> TfJsReader.read(unknown)).isInstanceOf(UserException.class)
                .hasMessageContaining("its operation more (Einsum) is of a kind that is not known here");
        Path outside = folder.resolve("outside.json");
        Files.writeString(outside, Files.readString(unknown).replace("\"unknown.bin\"", "\"../unknown.bin\""));
        assertThatThrownBy(() -> TfJsReader.read(outside)).isInstanceOf(UserException.class)
                .hasMessageContaining("its weights are in a file of another folder");
        Files.write(folder.resolve("unknown.bin"), new byte[7]);
        assertThatThrownBy(() -> TfJsReader.read(unknown)).isInstanceOf(UserException.class)
                .hasMessageContaining("is not in the files of weights");
    }

    @Test
    void damage_anywhere_gives_a_network_or_one_clear_error() throws IOException {
        Path file = network().write(folder, "small", "scores", "rest");
        byte[] sound = Files.readAllBytes(file);
        Random random = new Random(5);
        int refused = 0;
        for (int mutation = 0; mutation < MUTATIONS; mutation++) {
            byte[] damaged = mutation % 10 == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
            if (damaged.length > 0) {
                damaged[random.nextInt(damaged.length)] = "0179-[]{}\",:\0x".getBytes(StandardCharsets.US_ASCII)[random
                        .nextInt(14)];
            }
            Files.write(file, damaged);
            try {
                assertThat(TfJsReader.read(file).nodes()).hasSizeLessThan(100);
            } catch (UserException e) {
                assertThat(e.getMessage()).doesNotContain("\n").contains("small.json cannot be read because");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(MUTATIONS / 4);
    }
}
