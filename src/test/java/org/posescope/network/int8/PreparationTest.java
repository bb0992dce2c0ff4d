package org.posescope.network.int8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.posescope.error.UserException;
import org.posescope.network.onnx.edit.OnnxModel;
import org.posescope.network.onnx.edit.OnnxOperator;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.OnnxAttributes;
import org.posescope.testkit.OnnxFile;
import org.posescope.testkit.Shared;

class PreparationTest {
    @TempDir
    private Path folder;

    @Test
    void a_network_of_operator_set_8_gives_the_same_numbers_in_13_without_its_batch_normalizations()
            throws IOException {
        Path old = Shared.file("data/pose2d/ultralight_simplepose.onnx");
        Tensor input = Runs.noise(1, 1, 3, 256, 192);
        Tensor expected = Runs.run(OnnxAttributes.remove("spatial", old, folder.resolve("old.onnx")), input);

        OnnxModel prepared = Preparation.of(OnnxModel.read(old), "ultralight");

        assertThat(prepared.operatorSet()).isEqualTo(13);
        assertThat(prepared.network().inputs()).extracting(each -> each.name()).containsExactly("data");
        assertThat(prepared.network().operators()).extracting(OnnxOperator::type).doesNotContain("BatchNormalization")
                .hasSize(110);
        Tensor actual = Runs.run(prepared, input, folder);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).isCloseTo(expected.get(i), within(1e-4f));
        }
    }

    @Test
    void a_network_of_a_recent_operator_set_stays() throws IOException {
        OnnxModel model = Runs.model(new OnnxFile().input("x", OnnxFile.FLOAT, 1, 2).node("Relu", "y", "x")
                .output("y", OnnxFile.FLOAT, 1, 2), folder);

        assertThat(Preparation.of(model, "small").network()).usingRecursiveComparison().isEqualTo(model.network());
    }

    @Test
    void what_was_said_in_another_way_before_is_named() throws IOException {
        OnnxModel old = Runs.model(new OnnxFile().input("x", OnnxFile.FLOAT, 1, 2).node("Dropout", "y", "x")
                .output("y", OnnxFile.FLOAT, 1, 2), folder).withVersions(3, 8);

        assertThatExceptionOfType(UserException.class).isThrownBy(() -> Preparation.of(old, "small"))
                .withMessage("small is of ONNX operator set 8, in which Dropout meant something else; "
                        + "export it again with operator set 13");
    }

    @Test
    void a_quantized_network_is_refused() throws IOException {
        OnnxModel model = Runs.model(new OnnxFile().input("x", OnnxFile.FLOAT, 1, 2)
                .constant("s", Tensor.of(new float[] {0.1f})).node("QuantizeLinear", "q", "x", "s")
                .node("DequantizeLinear", "y", "q", "s").output("y", OnnxFile.FLOAT, 1, 2), folder);

        assertThatExceptionOfType(UserException.class).isThrownBy(() -> Preparation.of(model, "small"))
                .withMessageStartingWith("small is quantized already");
    }
}
