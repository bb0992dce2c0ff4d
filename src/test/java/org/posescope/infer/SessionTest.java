package org.posescope.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posescope.model.ModelFile;
import org.posescope.model.NetworkRuntime;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.TestModels;

/** What holds for a session of every runtime. */
class SessionTest {
    @TempDir
    private Path folder;

    /** A real network for TensorFlow Lite, whose files cannot be written by hand in a few lines. */
    private ModelFile model(NetworkRuntime runtime) {
        return switch (runtime) {
            case TFLITE -> TestModels.file("blazepose-full");
            case ONNXRUNTIME -> new ConvRelu().onnx(folder);
            case PYTORCH -> new ConvRelu().torchScript(folder);
        };
    }

    private static Map<String, Tensor> input(ModelFile model, long seed) {
        return Map.of(model.card().input().name(), ConvRelu.random(seed, model.card().input().shape(1)));
    }

    @ParameterizedTest
    @EnumSource
    void a_session_tells_its_runtime_threads_and_input(NetworkRuntime runtime) {
        ModelFile model = model(runtime);
        try (Session session = Sessions.open(model, SessionOptions.onCpu(2))) {
            assertThat(session.runtime()).isEqualTo(runtime);
            assertThat(session.threads()).isEqualTo(2);
            assertThat(session.inputs()).extracting(TensorInfo::name).containsExactly(model.card().input().name());
            assertThat(session.inputs().getFirst().admits(model.card().input().shape(1))).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_outputs_of_a_run_are_those_that_the_session_announces(NetworkRuntime runtime) {
        ModelFile model = model(runtime);
        try (Session session = Sessions.open(model, SessionOptions.onCpu(1))) {
            Map<String, Tensor> outputs = session.run(input(model, 3));

            assertThat(outputs).isNotEmpty();
            assertThat(session.outputs()).allSatisfy(
                    info -> assertThat(info.admits(outputs.get(info.name()).shape())).isTrue());
            assertThat(session.outputs()).hasSize(runtime == NetworkRuntime.PYTORCH ? 0 : outputs.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_input_gives_the_same_output_and_another_input_another(NetworkRuntime runtime) {
        ModelFile model = model(runtime);
        try (Session session = Sessions.open(model, SessionOptions.onCpu(1))) {
            float[] first = firstOutput(session.run(input(model, 3)));
            float[] other = firstOutput(session.run(input(model, 4)));
            float[] again = firstOutput(session.run(input(model, 3)));

            assertThat(again).containsExactly(first);
            assertThat(other).isNotEqualTo(first);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_input_on_the_heap_gives_what_a_direct_one_gives(NetworkRuntime runtime) {
        ModelFile model = model(runtime);
        Tensor direct = ConvRelu.random(5, model.card().input().shape(1));
        Tensor heap = Tensor.of(direct.toArray(), direct.shape());
        String name = model.card().input().name();
        try (Session session = Sessions.open(model, SessionOptions.onCpu(1))) {
            float[] expected = firstOutput(session.run(Map.of(name, direct)));

            assertThat(firstOutput(session.run(Map.of(name, heap)))).containsExactly(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void more_threads_give_the_same_result(NetworkRuntime runtime) {
        ModelFile model = model(runtime);
        try (Session one = Sessions.open(model, SessionOptions.onCpu(1));
                Session two = Sessions.open(model, SessionOptions.onCpu(2))) {
            float[] expected = firstOutput(one.run(input(model, 6)));

            assertThat(firstOutput(two.run(input(model, 6)))).containsExactly(expected, within(1e-3f));
        }
    }

    @ParameterizedTest
    @EnumSource
    void inputs_are_checked_before_native_code_sees_them(NetworkRuntime runtime) {
        ModelFile model = model(runtime);
        String name = model.card().input().name();
        Tensor right = Tensor.allocate(model.card().input().shape(1));
        Map<String, Tensor> tooMany = new HashMap<>(Map.of(name, right, "mask", right));
        try (Session session = Sessions.open(model, SessionOptions.onCpu(1))) {
            assertThatIllegalArgumentException().isThrownBy(() -> session.run(Map.of()))
                    .withMessageContainingAll(name, "missing");
            assertThatIllegalArgumentException().isThrownBy(() -> session.run(tooMany)).withMessageContaining("mask");
            for (int[] wrong : List.of(new int[] {right.size()}, new int[] {1, 3, 7, 7}, new int[] {})) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> session.run(Map.of(name, Tensor.allocate(wrong))))
                        .withMessageContaining(name);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_closed_session_does_not_run_and_can_be_closed_again(NetworkRuntime runtime) {
        ModelFile model = model(runtime);
        Session session = Sessions.open(model, SessionOptions.onCpu(1));
        session.close();
        session.close();

        assertThatIllegalStateException().isThrownBy(() -> session.run(input(model, 3)));
    }

    private static float[] firstOutput(Map<String, Tensor> outputs) {
        return outputs.values().iterator().next().toArray();
    }
}
