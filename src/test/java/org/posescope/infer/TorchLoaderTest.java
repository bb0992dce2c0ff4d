package org.posescope.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.model.ModelFile;
import org.posescope.tensor.Tensor;

import ai.djl.pytorch.jni.JniUtils;

class TorchLoaderTest {
    private static final SessionOptions CPU = SessionOptions.onCpu(1);

    @TempDir
    private Path folder;

    private final ConvRelu network = new ConvRelu();

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void a_convolution_gives_what_its_definition_gives_for_any_batch(int batch) {
        Tensor x = ConvRelu.random(8, batch, 3, ConvRelu.SIDE, ConvRelu.SIDE);
        Tensor expected = network.apply(x);
        try (Session session = Sessions.open(network.torchScript(folder), CPU)) {
            Map<String, Tensor> outputs = session.run(Map.of("x", x));

            assertThat(outputs).containsOnlyKeys("output0");
            assertThat(outputs.get("output0").shape()).containsExactly(expected.shape());
            assertThat(outputs.get("output0").toArray()).containsExactly(expected.toArray(), within(1e-5f));
        }
    }

    @Test
    void a_tuple_is_numbered() {
        Tensor x = ConvRelu.random(8, 1, 3, ConvRelu.SIDE, ConvRelu.SIDE);
        ModelFile model = network.torchScript(folder, "Tuple[Tensor, Tensor]", "return (torch.relu(y), torch.neg(x))");
        try (Session session = Sessions.open(model, CPU)) {
            Map<String, Tensor> outputs = session.run(Map.of("x", x));

            assertThat(outputs).containsOnlyKeys("output0", "output1");
            assertThat(outputs.get("output1").get(5)).isEqualTo(-x.get(5));
        }
    }

    @Test
    void a_dictionary_names_its_outputs() {
        Tensor x = ConvRelu.random(8, 1, 3, ConvRelu.SIDE, ConvRelu.SIDE);
        ModelFile model = network.torchScript(folder, "Dict[str, Tensor]",
                "return {\"heat\": torch.relu(y), \"tags\": torch.neg(x)}");
        try (Session session = Sessions.open(model, CPU)) {
            Map<String, Tensor> outputs = session.run(Map.of("x", x));

            assertThat(outputs).containsOnlyKeys("heat", "tags");
            assertThat(outputs.get("tags").shape()).containsExactly(x.shape());
        }
    }

    @Test
    void an_output_that_is_not_contiguous_is_put_in_order() {
        Tensor x = ConvRelu.random(8, 1, 3, ConvRelu.SIDE, ConvRelu.SIDE);
        ModelFile model = network.torchScript(folder, "Tensor", "return torch.transpose(x, 2, 3)");
        try (Session session = Sessions.open(model, CPU)) {
            Tensor transposed = session.run(Map.of("x", x)).get("output0");

            assertThat(transposed.get(1)).isEqualTo(x.get(ConvRelu.SIDE));
            assertThat(transposed.get(ConvRelu.SIDE)).isEqualTo(x.get(1));
        }
    }

    @Test
    void each_run_has_the_threads_of_its_session_whatever_ran_before_or_elsewhere() throws InterruptedException {
        Map<String, Tensor> input = Map.of("x", ConvRelu.random(8, 1, 3, ConvRelu.SIDE, ConvRelu.SIDE));
        try (Session one = Sessions.open(network.torchScript(folder), CPU);
                Session three = Sessions.open(network.torchScript(folder), SessionOptions.onCpu(3))) {
            three.run(input);
            AtomicInteger elsewhere = new AtomicInteger();
            Thread other = Thread.ofPlatform().start(() -> {
                one.run(input);
                elsewhere.set(JniUtils.getNumThreads());
            });
            other.join();

            assertThat(elsewhere).hasValue(1);
            assertThat(JniUtils.getNumThreads()).isEqualTo(3);
            one.run(input);
            assertThat(JniUtils.getNumThreads()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"return torch.to(torch.argmax(x), 3)", "return torch.reshape(x, [7, 7])"})
    void a_network_that_cannot_be_run_says_so(String statement) {
        Tensor x = ConvRelu.random(8, 1, 3, ConvRelu.SIDE, ConvRelu.SIDE);
        try (Session session = Sessions.open(network.torchScript(folder, "Tensor", statement), CPU)) {
            assertThatExceptionOfType(InferenceException.class).isThrownBy(() -> session.run(Map.of("x", x)));
        }
    }
}
