package org.posescope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posescope.model.NetworkRuntime;
import org.posescope.network.graph.Graph;
import org.posescope.network.graph.GraphBuilder;
import org.posescope.network.graph.Value;
import org.posescope.tensor.Tensor;

/** Single operations beside their definitions, on a batch of small pictures of noise. */
class PictureOperationTest {
    private static final int CHANNELS = 3;
    private static final int ROWS = 5;
    private static final int COLUMNS = 7;

    @TempDir
    private Path folder;

    private interface Definition {
        double at(int channel, int row, int column);
    }

    /** A batch of two, of which the second is looked at. */
    private final float[] pixels = new float[2 * CHANNELS * ROWS * COLUMNS];

    PictureOperationTest() {
        Random random = new Random(11);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 20 * random.nextFloat() - 10;
        }
    }

    private double pixel(int channel, int row, int column) {
        return pixels[((CHANNELS + channel) * ROWS + row) * COLUMNS + column];
    }

    @ParameterizedTest
    @EnumSource(names = {"ONNXRUNTIME", "PYTORCH"})
    void each_operation_gives_on_every_engine_what_it_is_defined_as(NetworkRuntime runtime) throws IOException {
        GraphBuilder graph = new GraphBuilder("picture", CHANNELS, ROWS, COLUMNS);
        Value x = graph.input();
        graph.output("relu6", graph.relu6(x)).output("leaky", graph.leakyRelu(x, 0.1f))
                .output("permuted", graph.permute(x, List.of(2, 3, 1)))
                .output("padded", graph.pad(x, List.of(1, 0, 2), List.of(0, 3, 1), -2.5f))
                .output("pooled", graph.maxPool(
                        graph.pad(x, List.of(0, 0, 0), List.of(0, 1, 1), Float.NEGATIVE_INFINITY), 2, 2, 0))
                .output("halves", graph.bilinearResize(x, 9, 4, false))
                .output("corners", graph.bilinearResize(x, 9, 4, true));
        Map<String, Tensor> outputs = GraphRunner.run(graph.build(), runtime,
                Tensor.of(pixels, 2, CHANNELS, ROWS, COLUMNS), folder);

        assertIs(outputs.get("relu6"), (c, y, u) -> Math.clamp(pixel(c, y, u), 0, 6), CHANNELS, ROWS, COLUMNS);
        assertIs(outputs.get("leaky"), (c, y, u) -> Math.max(pixel(c, y, u), 0.1f * pixel(c, y, u)), CHANNELS, ROWS,
                COLUMNS);
        assertIs(outputs.get("permuted"), (y, u, c) -> pixel(c, y, u), ROWS, COLUMNS, CHANNELS);
        assertIs(outputs.get("padded"),
                (c, y, u) -> c < 1 || y >= ROWS || u < 2 || u >= COLUMNS + 2 ? -2.5 : pixel(c - 1, y, u - 2),
                CHANNELS + 1, ROWS + 3, COLUMNS + 3);
        assertIs(outputs.get("pooled"), this::largestOfFour, CHANNELS, 3, 4);
        assertIs(outputs.get("halves"), (c, y, u) -> between(c, (y + 0.5) * ROWS / 9 - 0.5,
                (u + 0.5) * COLUMNS / 4 - 0.5), CHANNELS, 9, 4);
        assertIs(outputs.get("corners"), (c, y, u) -> between(c, y * (ROWS - 1) / 8.0, u * (COLUMNS - 1) / 3.0),
                CHANNELS, 9, 4);
    }

    /** In the order of TensorFlow, in which a pixel's channels are the innermost. */
    @ParameterizedTest
    @EnumSource(names = {"ONNXRUNTIME", "PYTORCH"})
    void depth_becomes_space_in_the_order_of_tensorflow(NetworkRuntime runtime) throws IOException {
        GraphBuilder graph = new GraphBuilder("picture", CHANNELS, 1, 4);
        // Two channels in squares of 2 come out of the first 8 of the 12 numbers.
        Value deep = graph.reshape(graph.slice(graph.reshape(graph.input(), 12), 1, 0, 8), 8, 1, 1);
        Graph built = graph.output("space", graph.depthToSpace(deep, 2)).build();

        float[] numbers = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        Tensor space = GraphRunner.run(built, runtime, Tensor.of(numbers, 1, CHANNELS, 1, 4), folder).get("space");

        assertThat(space.shape()).containsExactly(1, 2, 2, 2);
        assertThat(space.toArray()).containsExactly(0, 2, 4, 6, 1, 3, 5, 7);
    }

    @Test
    void a_graph_without_an_output_has_lost_what_only_that_needs() {
        GraphBuilder graph = new GraphBuilder("picture", CHANNELS, ROWS, COLUMNS);
        Value shared = graph.relu(graph.input());
        graph.output("kept", graph.sigmoid(shared)).output("unread", graph.exp(graph.sigmoid(shared)));

        Graph less = graph.build().without(Set.of("unread", "none"));

        assertThat(less.outputs()).containsOnlyKeys("kept");
        assertThat(less.nodes()).hasSize(2);
    }

    @Test
    void shapes_that_do_not_fit_are_refused() {
        GraphBuilder graph = new GraphBuilder("picture", CHANNELS, ROWS, COLUMNS);

        assertThatIllegalArgumentException().isThrownBy(() -> graph.depthToSpace(graph.input(), 2));
    }

    private double largestOfFour(int channel, int row, int column) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int y = 2 * row; y < Math.min(2 * row + 2, ROWS); y++) {
            for (int x = 2 * column; x < Math.min(2 * column + 2, COLUMNS); x++) {
                largest = Math.max(largest, pixel(channel, y, x));
            }
        }
        return largest;
    }

    private double between(int channel, double row, double column) {
        double y = Math.clamp(row, 0, ROWS - 1.0);
        double x = Math.clamp(column, 0, COLUMNS - 1.0);
        int top = (int) y;
        int left = (int) x;
        int bottom = Math.min(top + 1, ROWS - 1);
        int right = Math.min(left + 1, COLUMNS - 1);
        double upper = pixel(channel, top, left) * (1 - x + left) + pixel(channel, top, right) * (x - left);
        double lower = pixel(channel, bottom, left) * (1 - x + left) + pixel(channel, bottom, right) * (x - left);
        return upper * (1 - y + top) + lower * (y - top);
    }

    private static void assertIs(Tensor actual, Definition expected, int first, int second, int third) {
        assertThat(actual.shape()).containsExactly(2, first, second, third);
        int at = actual.size() / 2;
        for (int a = 0; a < first; a++) {
            for (int b = 0; b < second; b++) {
                for (int c = 0; c < third; c++) {
                    assertThat((double) actual.get(at++)).as(a + ", " + b + ", " + c)
                            .isCloseTo(expected.at(a, b, c), within(1e-5));
                }
            }
        }
    }
}
