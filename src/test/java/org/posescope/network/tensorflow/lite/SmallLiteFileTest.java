package org.posescope.network.tensorflow.lite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posescope.error.UserException;
import org.posescope.model.NetworkRuntime;
import org.posescope.network.GraphRunner;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.FlatFile.Table;
import org.posescope.testkit.LiteNetwork;

/** Small networks that are written here: what the published ones do not have, and what nobody should have. */
class SmallLiteFileTest {
    private static final int MUTATIONS = 4000;

    @TempDir
    private Path folder;

    /**
     * A picture of 4 by 4 is padded unevenly, convolved by sparse weights of half precision, activated, doubled, added to itself and laid
     * out as a list.
     */
    private static byte[] network(int activation, int strideX) {
        LiteNetwork network = new LiteNetwork();
        int input = network.tensor("picture", 1, 4, 4, 3);
        int padded = network.tensor("padded", 1, 5, 5, 3);
        network.operator(LiteCodes.PAD, padded, new Table(), input,
                network.ints(new int[] {0, 0, 0, 1, 0, 1, 0, 0}, 4, 2));
        int weights = network.tensor("weights", 4, 2, 2, 3);
        // The first place of each output channel's kernel, for input channel 1 of the even ones and 2 of the odd ones.
        Table sparse = new Table().int8(0, 1).int8(2, 3)
                .table(3, new Table().bytes(0, (byte) 0, (byte) 1, (byte) 1, (byte) 1, (byte) 1, (byte) 2, (byte) 2,
                        (byte) 2, (byte) 2, (byte) 3, (byte) 3, (byte) 3, (byte) 3, (byte) 4, (byte) 4, (byte) 4,
                        (byte) 4))
                .int8(4, 2).table(5, new Table().shorts(0, 1, 2, 1, 2));
        Table sparsity = new Table().ints(0, 0, 1, 2, 3).tables(2, List.of(new Table().int32(1, 4),
                new Table().int32(1, 2), new Table().int32(1, 2), sparse));
        network.operator(LiteCodes.DENSIFY, weights, new Table(),
                network.halves(new float[] {1, 2, -3, 0.5f}, sparsity, 4, 2, 2, 3));
        int convolved = network.tensor("convolved", 1, 2, 2, 4);
        network.operator(LiteCodes.CONV_2D, convolved,
                new Table().int8(0, 1).int32(1, strideX).int32(2, 2).int8(3, activation), padded, weights,
                network.floats(new float[] {0, 0, 1, 0}, 4));
        int doubled = network.tensor("doubled", 1, 4, 4, 1);
        network.operator(LiteCodes.DEPTH_TO_SPACE, doubled, new Table().int32(0, 2), convolved);
        int sum = network.tensor("sum", 1, 4, 4, 1);
        network.operator(LiteCodes.ADD, sum, new Table(), doubled, doubled);
        int list = network.tensor("list", 1, 16);
        network.operator(LiteCodes.RESHAPE, list, new Table(), sum, network.ints(new int[] {1, 16}, 2));
        return network.write(input, list, sum);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("network.tflite"), bytes);
    }

    @ParameterizedTest
    @EnumSource(names = {"ONNXRUNTIME", "PYTORCH"})
    void sparse_weights_uneven_borders_and_lists_are_read_as_tensorflow_means_them(NetworkRuntime runtime)
            throws IOException {
        float[] picture = new float[4 * 4 * 3];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = i / 10f;
        }
        Tensor list = GraphRunner.run(TfLiteReader.read(write(network(LiteCodes.RELU, 2))), runtime,
                Tensor.of(picture, 1, 4, 4, 3), folder).get("list");

        assertThat(list.shape()).containsExactly(1, 16);
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 4; column++) {
                int pixel = (2 * (row / 2) * 4 + 2 * (column / 2)) * 3;
                double expected = switch (row % 2 * 2 + column % 2) {
                    case 0 -> picture[pixel + 1];
                    case 1 -> 2 * picture[pixel + 2];
                    case 2 -> Math.max(0, -3 * picture[pixel + 1] + 1);
                    default -> picture[pixel + 2] / 2;
                };
                assertThat((double) list.get(4 * row + column)).isCloseTo(2 * expected, within(1e-5));
            }
        }
    }

    @Test
    void what_is_not_known_is_named_in_one_sentence() throws IOException {
        Path tanh = write(network(4, 2));
        assertThatThrownBy(() -> TfLiteReader.read(tanh)).isInstanceOf(UserException.class)
                .hasMessageContaining("an activation that is not known here (code 4");
        Path uneven = write(network(LiteCodes.RELU, 1));
        assertThatThrownBy(() -> TfLiteReader.read(uneven)).isInstanceOf(UserException.class)
                .hasMessageContaining("steps that are no squares");
        assertThatThrownBy(() -> TfLiteReader.read(folder.resolve("none.tflite"))).isInstanceOf(UserException.class)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void a_file_that_is_cut_off_is_one_clear_error() throws IOException {
        byte[] whole = network(LiteCodes.RELU, 2);
        for (int length = 0; length < whole.length; length += 3) {
            Path cut = write(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> TfLiteReader.read(cut)).as("%d bytes", length).isInstanceOf(UserException.class)
                    .hasMessageNotContaining("\n");
        }
    }

    /** Some damage changes nothing but a weight; whatever else it does, it is found, and at once. */
    @Test
    void damage_anywhere_gives_a_network_or_one_clear_error() throws IOException {
        byte[] sound = network(LiteCodes.RELU, 2);
        Random random = new Random(7);
        int refused = 0;
        for (int mutation = 0; mutation < MUTATIONS; mutation++) {
            byte[] damaged = sound.clone();
            for (int i = 0; i <= mutation % 3; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) (random.nextBoolean() ? random.nextInt() : -1);
            }
            try {
                assertThat(TfLiteReader.read(write(damaged)).outputs()).hasSizeLessThan(100);
            } catch (UserException e) {
                assertThat(e.getMessage()).doesNotContain("\n").contains("network.tflite cannot be read because");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(MUTATIONS / 4);
    }
}
