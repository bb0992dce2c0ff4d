package org.posescope.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.tensorflowlite.BuiltinOpResolverWithXNNPACK;
import org.bytedeco.tensorflowlite.BuiltinOpResolverWithoutDefaultDelegates;
import org.bytedeco.tensorflowlite.FlatBufferModel;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.InterpreterBuilder;
import org.junit.jupiter.api.Test;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.model.InputSpec;
import org.posescope.model.ModelFile;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.Shared;
import org.posescope.testkit.TestFrames;
import org.posescope.testkit.TestModels;

class TfLiteSessionTest {
    private static final int RUNS = 5;

    private final ModelFile model = TestModels.file("blazepose-full");

    @Test
    void the_landmark_network_has_the_published_inputs_and_outputs() {
        try (Session session = Sessions.open(model, SessionOptions.onCpu(1))) {
            assertThat(session.inputs()).containsExactly(new TensorInfo("input_1", List.of(1, 256, 256, 3)));
            assertThat(session.outputs()).containsExactlyInAnyOrder(
                    new TensorInfo("Identity", List.of(1, 195)), new TensorInfo("Identity_1", List.of(1, 1)),
                    new TensorInfo("Identity_2", List.of(1, 256, 256, 1)),
                    new TensorInfo("Identity_3", List.of(1, 64, 64, 39)),
                    new TensorInfo("Identity_4", List.of(1, 117)));
        }
    }

    @Test
    void a_black_picture_holds_no_person() {
        try (Session session = Sessions.open(model, SessionOptions.onCpu(1))) {
            float presence = session.run(Map.of("input_1", Tensor.allocate(1, 256, 256, 3))).get("Identity_1").get(0);

            assertThat(presence).isBetween(0f, 0.1f);
        }
    }

    @Test
    void a_skier_is_found_with_the_head_above_the_feet() {
        Region region = new Region(390, 218, 440, 440, 0);
        InputSpec input = model.card().input();
        Tensor picture = Tensor.allocate(input.shape(1));
        try (Frame frame = TestFrames.load(Shared.file("data/image/000000000785.jpg"));
                ImageSampler sampler = new ImageSampler(input);
                Session session = Sessions.open(model, SessionOptions.onCpu(1))) {
            sampler.sample(frame, region, Border.BLACK, picture, 0);
            Map<String, Tensor> outputs = session.run(Map.of("input_1", picture));

            // Landmark 0 is the nose, 28 the right ankle, five numbers each in pixels of the input.
            Tensor landmarks = outputs.get("Identity");
            assertThat(outputs.get("Identity_1").get(0)).isGreaterThan(0.9f);
            assertThat(region.frameX(landmarks.get(0) / 256, landmarks.get(1) / 256)).isCloseTo(367, within(10f));
            assertThat(region.frameY(landmarks.get(0) / 256, landmarks.get(1) / 256)).isCloseTo(81, within(10f));
            assertThat(landmarks.get(28 * 5 + 1)).isGreaterThan(landmarks.get(1) + 100);
        }
    }

    @Test
    void outputs_cannot_be_read_after_the_session_is_closed() {
        Session session = Sessions.open(model, SessionOptions.onCpu(1));
        Tensor output = session.run(Map.of("input_1", Tensor.allocate(1, 256, 256, 3))).get("Identity");
        session.close();

        assertThatIllegalStateException().isThrownBy(() -> output.get(0));
    }

    /** XNNPACK is about seven times as fast here as the reference operators; half of that leaves room for a busy machine. */
    @Test
    void the_operators_run_in_xnnpack() throws IOException {
        Map<String, Tensor> input = Map.of("input_1", Tensor.allocate(1, 256, 256, 3));
        long reference = fastestReferenceRun();
        try (Session session = Sessions.open(model, SessionOptions.onCpu(1))) {
            assertThat(fastest(() -> session.run(input))).isLessThan(reference / 3);
        }
    }

    private long fastestReferenceRun() throws IOException {
        byte[] content = Files.readAllBytes(model.path());
        try (PointerScope _ = new PointerScope()) {
            FlatBufferModel flatBuffer = FlatBufferModel.BuildFromBuffer(new BytePointer(content), content.length);
            Interpreter interpreter = new Interpreter((Pointer) null);
            new InterpreterBuilder(flatBuffer, new BuiltinOpResolverWithoutDefaultDelegates()).apply(interpreter, 1);
            interpreter.AllocateTensors();
            return fastest(interpreter::Invoke);
        }
    }

    /** Nanoseconds. */
    private static long fastest(Runnable action) {
        long[] times = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            action.run();
            times[i] = System.nanoTime() - start;
        }
        return Arrays.stream(times).min().orElseThrow();
    }
}
