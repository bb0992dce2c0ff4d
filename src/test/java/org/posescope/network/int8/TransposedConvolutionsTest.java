package org.posescope.network.int8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.posescope.network.onnx.edit.OnnxAttribute;
import org.posescope.network.onnx.edit.OnnxModel;
import org.posescope.network.onnx.edit.OnnxOperator;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.OnnxFile;

/** Networks whose transposed convolutions were replaced, against ONNX Runtime's own transposed convolution. */
class TransposedConvolutionsTest {
    private static final int INPUTS = 6;

    @TempDir
    private Path folder;

    private OnnxModel network(int kernel, int group, int outputs, OnnxAttribute... attributes) throws IOException {
        OnnxModel model = Runs.model(new OnnxFile().input("x", OnnxFile.FLOAT, -1, INPUTS, 5, 4)
                .constant("w", Runs.noise(1, INPUTS, outputs / group, kernel, kernel))
                .constant("b", Runs.noise(2, outputs)).node("ConvTranspose", "sum", "x", "w", "b")
                .node("Relu", "y", "sum").output("y", OnnxFile.FLOAT, -1, outputs, -1, -1), folder);
        OnnxOperator layer = model.network().operators().getFirst().with(OnnxAttribute.of("group", group));
        for (OnnxAttribute attribute : attributes) {
            layer = layer.with(attribute);
        }
        return model.withNetwork(model.network().with(List.of(layer, model.network().operators().getLast()),
                model.network().constants()));
    }

    private static OnnxAttribute numbers(String name, long... values) {
        return OnnxAttribute.of(name, values);
    }

    @ParameterizedTest
    @CsvSource({"4, 2, 1, 0, 1, 8", "3, 2, 1, 1, 1, 4", "2, 2, 0, 0, 1, 4", "4, 2, 1, 0, 6, 6", "4, 2, 1, 0, 2, 4",
        "3, 3, 0, 0, 1, 4", "6, 2, 2, 0, 3, 6", "5, 2, 2, 1, 1, 4"})
    void gives_the_same_numbers(int kernel, int stride, int pad, int further, int group, int outputs)
            throws IOException {
        OnnxModel given = network(kernel, group, outputs, numbers("strides", stride, stride),
                numbers("pads", pad, pad, pad, pad), numbers("output_padding", further, further));
        OnnxModel replaced = given.withNetwork(TransposedConvolutions.replaced(given.network()));
        Tensor input = Runs.noise(3, 2, INPUTS, 5, 4);

        Tensor expected = Runs.run(given, input, folder);
        Tensor actual = Runs.run(replaced, input, folder);

        assertThat(replaced.network().operators()).extracting(OnnxOperator::type).contains("Conv")
                .doesNotContain("ConvTranspose");
        assertThat(actual.shape()).isEqualTo(expected.shape());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).isCloseTo(expected.get(i), within(2e-5f));
        }
    }

    @Test
    void one_that_grows_by_another_factor_stays() throws IOException {
        OnnxModel other = network(3, 1, 4, numbers("strides", 2, 2));
        OnnxModel spread = network(3, 1, 4, numbers("strides", 2, 2), numbers("dilations", 2, 2),
                numbers("pads", 1, 1, 1, 1), numbers("output_padding", 1, 1));

        for (OnnxModel model : List.of(other, spread)) {
            assertThat(TransposedConvolutions.replaced(model.network()).operators())
                    .usingRecursiveComparison().isEqualTo(model.network().operators());
        }
    }
}
