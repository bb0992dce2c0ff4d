package org.posescope.network.tensorflow.js;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.posescope.testkit.JsNetwork.number;
import static org.posescope.testkit.JsNetwork.numbers;
import static org.posescope.testkit.JsNetwork.text;

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
                .containsExactly("Convolution", "LeakyRelu", "Slice", "Slice", "Elementwise", "Reshape");
        assertThat(graph.nodes().getFirst().operation()).isInstanceOfSatisfying(Operation.Convolution.class,
                layer -> assertThat(layer.bias().data()).containsExactly(0, 1, -1, 0.5f));
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
