package org.posescope.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.model.InputSpec;
import org.posescope.model.ModelFile;
import org.posescope.model.NetworkRuntime;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.OnnxFile;
import org.posescope.testkit.Shared;
import org.posescope.testkit.TestFrames;
import org.posescope.testkit.TestModels;

class OnnxLoaderTest {
    private static final SessionOptions CPU = SessionOptions.onCpu(1);
    private static final int CANDIDATES = 3549;
    private static final int VALUES = 85;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void a_convolution_gives_what_its_definition_gives_for_any_batch(int batch) {
        ConvRelu network = new ConvRelu();
        Tensor x = ConvRelu.random(8, batch, 3, ConvRelu.SIDE, ConvRelu.SIDE);
        Tensor expected = network.apply(x);
        try (Session session = Sessions.open(network.onnx(folder), CPU)) {
            Map<String, Tensor> outputs = session.run(Map.of("x", x));

            assertThat(outputs).containsOnlyKeys("y");
            assertThat(outputs.get("y").shape()).containsExactly(expected.shape());
            assertThat(outputs.get("y").toArray()).containsExactly(expected.toArray(), within(1e-5f));
        }
    }

    @Test
    void inputs_are_told_apart_by_name_and_not_by_order() throws IOException {
        Path file = folder.resolve("difference.onnx");
        new OnnxFile().input("b", OnnxFile.FLOAT, 2).input("a", OnnxFile.FLOAT, 2).node("Sub", "difference", "a", "b")
                .node("Add", "sum", "a", "b").output("sum", OnnxFile.FLOAT, 2).output("difference", OnnxFile.FLOAT, 2)
                .write(file);
        try (Session session = Sessions.open(ConvRelu.model(NetworkRuntime.ONNXRUNTIME, file), CPU)) {
            Map<String, Tensor> outputs = session.run(
                    Map.of("a", Tensor.of(new float[] {5, 7}, 2), "b", Tensor.of(new float[] {1, 2}, 2)));

            assertThat(outputs.get("difference").toArray()).containsExactly(4, 5);
            assertThat(outputs.get("sum").toArray()).containsExactly(6, 9);
        }
    }

    @Test
    void the_side_that_the_caller_chooses_is_told() {
        try (Session session = Sessions.open(new ConvRelu().onnx(folder), CPU)) {
            assertThat(session.inputs()).containsExactly(new TensorInfo("x", List.of(TensorInfo.ANY, 3, 16, 16)));
            assertThat(session.outputs()).containsExactly(new TensorInfo("y", List.of(TensorInfo.ANY, 4, 14, 14)));
        }
    }

    @Test
    void a_network_of_half_precision_takes_and_gives_float32() throws IOException {
        ConvRelu network = new ConvRelu();
        Tensor x = ConvRelu.random(8, 2, 3, ConvRelu.SIDE, ConvRelu.SIDE);
        try (Session session = Sessions.open(network.halfOnnx(folder), CPU)) {
            Tensor y = session.run(Map.of("x", x)).get("y");

            assertThat(session.inputs())
                    .containsExactly(new TensorInfo("x", List.of(TensorInfo.ANY, 3, 16, 16), ElementType.FLOAT16));
            assertThat(session.outputs())
                    .containsExactly(new TensorInfo("y", List.of(TensorInfo.ANY, 4, 14, 14), ElementType.FLOAT16));
            assertThat(y.shape()).containsExactly(2, 4, 14, 14);
            assertThat(y.toArray()).containsExactly(network.apply(x).toArray(), within(0.01f));
        }
    }

    @Test
    void halves_are_rounded_to_the_nearest_and_given_back_as_they_are() throws IOException {
        Path file = folder.resolve("halves.onnx");
        new OnnxFile().input("x", OnnxFile.FLOAT, 7).node("Identity", "y", "x").output("y", OnnxFile.FLOAT, 7)
                .writeHalf(file);
        float[] given = {0, -1, 0.1f, 2049, 65504, 1e6f, 1e-8f};
        try (Session session = Sessions.open(ConvRelu.model(NetworkRuntime.ONNXRUNTIME, file), CPU)) {
            assertThat(session.run(Map.of("x", Tensor.of(given, 7))).get("y").toArray()).containsExactly(0, -1,
                    Float.float16ToFloat(Float.floatToFloat16(0.1f)), 2048, 65504, Float.POSITIVE_INFINITY, 0);
        }
    }

    @Test
    void bfloat16_is_refused() throws IOException {
        Path file = folder.resolve("bfloat.onnx");
        new OnnxFile().input("x", OnnxFile.BFLOAT16, 2).cast("y", "x", OnnxFile.FLOAT).output("y", OnnxFile.FLOAT, 2)
                .write(file);

        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> Sessions.open(ConvRelu.model(NetworkRuntime.ONNXRUNTIME, file), CPU).close())
                .withMessageContainingAll("'x'", "BFLOAT16", "float16");
    }

    @Test
    void numbers_other_than_float32_are_refused() throws IOException {
        Path file = folder.resolve("integers.onnx");
        new OnnxFile().input("x", OnnxFile.INT64, 2).node("Neg", "y", "x").output("y", OnnxFile.INT64, 2).write(file);

        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> Sessions.open(ConvRelu.model(NetworkRuntime.ONNXRUNTIME, file), CPU).close())
                .withMessageContainingAll("'x'", "INT64", "float32");
    }

    @Test
    void an_operator_that_does_not_exist_is_named() throws IOException {
        Path file = folder.resolve("strange.onnx");
        new OnnxFile().input("x", OnnxFile.FLOAT, 2).node("Frobnicate", "y", "x").output("y", OnnxFile.FLOAT, 2)
                .write(file);

        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> Sessions.open(ConvRelu.model(NetworkRuntime.ONNXRUNTIME, file), CPU).close())
                .withMessageContaining("Frobnicate");
    }

    @Test
    void a_failing_run_is_told_and_the_next_one_works() throws IOException {
        Path file = folder.resolve("sum.onnx");
        new OnnxFile().input("a", OnnxFile.FLOAT, -1).input("b", OnnxFile.FLOAT, -1).node("Add", "sum", "a", "b")
                .output("sum", OnnxFile.FLOAT, -1).write(file);
        Tensor two = Tensor.of(new float[] {1, 2}, 2);
        Tensor three = Tensor.of(new float[] {1, 2, 3}, 3);
        try (Session session = Sessions.open(ConvRelu.model(NetworkRuntime.ONNXRUNTIME, file), CPU)) {
            assertThatExceptionOfType(InferenceException.class)
                    .isThrownBy(() -> session.run(Map.of("a", two, "b", three)));
            assertThat(session.run(Map.of("a", two, "b", two)).get("sum").toArray()).containsExactly(2, 4);
        }
    }

    @Test
    void a_published_detector_finds_a_person() {
        ModelFile model = TestModels.file("yolox-nano");
        InputSpec input = model.card().input();
        Tensor picture = Tensor.allocate(input.shape(1));
        try (Frame frame = TestFrames.load(Shared.file("data/image/000000000785.jpg"));
                ImageSampler sampler = new ImageSampler(input);
                Session session = Sessions.open(model, SessionOptions.onCpu(2))) {
            assertThat(session.outputs()).extracting(TensorInfo::shape).containsExactly(List.of(1, CANDIDATES, VALUES));
            sampler.sample(frame, Letterbox.TOP_LEFT.region(frame.width(), frame.height(), input),
                    new Border.Constant(114), picture, 0);

            // Objectness is value 4 of a candidate, the score of class 0 (person) value 5.
            Tensor output = session.run(Map.of(input.name(), picture)).values().iterator().next();
            float best = 0;
            for (int i = 0; i < CANDIDATES; i++) {
                best = Math.max(best, output.get(i * VALUES + 4) * output.get(i * VALUES + 5));
            }
            assertThat(best).isBetween(0.74f, 0.92f);
        }
    }
}
