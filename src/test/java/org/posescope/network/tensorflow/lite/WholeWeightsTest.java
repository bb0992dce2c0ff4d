package org.posescope.network.tensorflow.lite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.FlatFile;
import org.posescope.testkit.FlatFile.Table;
import org.posescope.testkit.TestModels;

class WholeWeightsTest {
    private static final Set<Integer> UNPACKING = Set.of(LiteCodes.DEQUANTIZE, LiteCodes.DENSIFY);

    /** An operator with the numbers of its constant inputs. */
    private record Step(int code, List<Integer> outputs, List<List<Float>> constants) {}

    private static ByteBuffer written(ByteBuffer file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WholeWeights.write(file, Channels.newChannel(out));
        return ByteBuffer.wrap(out.toByteArray());
    }

    private static List<Step> steps(LiteFile file) throws MalformedDataException {
        LiteConstants constants = new LiteConstants(file);
        List<Step> steps = new ArrayList<>();
        for (LiteOperator operator : file.operators()) {
            if (UNPACKING.contains(operator.code())) {
                constants.same(operator.output(), operator.input(0));
            } else {
                List<List<Float>> numbers = new ArrayList<>();
                for (int input : operator.inputs()) {
                    if (constants.isConstant(input) && file.tensor(input).type() == LiteTensor.FLOAT32) {
                        numbers.add(numbers(file, constants, input));
                    }
                }
                steps.add(new Step(operator.code(), operator.outputs(), numbers));
            }
        }
        return steps;
    }

    private static List<Float> numbers(LiteFile file, LiteConstants constants, int tensor)
            throws MalformedDataException {
        float[] numbers = new float[Tensor.elements(file.tensor(tensor).sides())];
        constants.floats(tensor).copyTo(FloatBuffer.wrap(numbers));
        List<Float> list = new ArrayList<>();
        for (float number : numbers) {
            list.add(number);
        }
        return list;
    }

    @ParameterizedTest
    @ValueSource(strings = {"blazepose-detector", "blazepose-full"})
    void each_operator_has_the_same_numbers_and_none_unpacks_them(String model) throws Exception {
        byte[] content = Files.readAllBytes(TestModels.file(model).path());

        LiteFile whole = LiteFile.read(written(ByteBuffer.wrap(content.clone())));

        assertThat(steps(whole)).isEqualTo(steps(LiteFile.read(ByteBuffer.wrap(content))));
        assertThat(whole.operators()).extracting(LiteOperator::code).doesNotContainAnyElementsOf(UNPACKING);
        assertThat(whole.tensors()).allMatch(tensor -> tensor.sparsity().isEmpty());
    }

    @Test
    void a_file_of_several_networks_stays_as_it_is() throws IOException {
        ByteBuffer file = ByteBuffer
                .wrap(FlatFile.of(new Table().tables(2, List.of(new Table(), new Table())), "TFL3"));
        byte[] before = file.array().clone();

        assertThat(written(file).array()).isEqualTo(before);
    }
}
