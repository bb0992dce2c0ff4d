package org.posescope.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.error.UserException;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.InputSpec;
import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelFile;
import org.posescope.model.ModelFolders;
import org.posescope.model.ModelStore;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Precision;
import org.posescope.model.RuntimeChoice;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.JavaProcess;
import org.posescope.testkit.TestModels;

class RuntimeConverterTest {
    private static final Pattern LITE_JARS = Pattern
            .compile(".*tensorflow-lite-[0-9].*-(linux|macosx|windows)-.*\\.jar");

    @TempDir
    private Path folder;

    private final ModelFile original = TestModels.file("blazepose-lite");
    private final List<String> news = new ArrayList<>();
    private ModelStore store;

    @BeforeEach
    void openStore() {
        store = new ModelStore(ModelCatalog.bundled(), new ModelFolders(folder.resolve("models"), Optional.empty()));
    }

    private ModelFile on(NetworkRuntime runtime) {
        return new RuntimeConverter(store, news::add, step -> {})
                .onRuntime(original, RuntimeChoice.of(Optional.of(runtime), Precision.FP32));
    }

    @Test
    void a_network_is_converted_once_and_found_again_by_its_content() throws IOException {
        ModelFile onnx = on(NetworkRuntime.ONNXRUNTIME);
        ModelFile torch = on(NetworkRuntime.PYTORCH);

        assertThat(news).containsExactly("converting blazepose-lite for ONNX Runtime and PyTorch, once");
        assertThat(onnx.path()).hasFileName("blazepose-lite.onnx").exists();
        assertThat(torch.path()).hasFileName("blazepose-lite.pt").exists();
        assertThat(onnx.card().runtime()).isEqualTo(NetworkRuntime.ONNXRUNTIME);
        assertThat(onnx.card().decoder()).isEqualTo(original.card().decoder());
        try (Session session = Sessions.open(onnx, SessionOptions.onCpu(1))) {
            Map<String, Tensor> outputs = session.run(Map.of("input_1", Tensor.allocate(1, 256, 256, 3)));
            assertThat(outputs.keySet()).as("without the segmentation, which nobody reads")
                    .containsExactlyInAnyOrder("Identity", "Identity_1", "Identity_3", "Identity_4");
        }
        assertThat(store.cards()).as("it is no model of its own").isEqualTo(store.catalog().cards());

        Files.write(onnx.path(), new byte[] {1, 2, 3});
        assertThat(on(NetworkRuntime.ONNXRUNTIME).path()).as("a damaged one is made anew").hasSize(
                store.converted().find("blazepose-lite").orElseThrow().card().bytes());
        assertThat(news).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hand-recrop", "hand-landmarks", "face-detector", "face-landmarks"})
    void networks_of_hands_and_faces_give_the_same_numbers_on_another_runtime(String id) {
        ModelFile lite = TestModels.file(id);
        ModelFile onnx = new RuntimeConverter(store, news::add, step -> {}).onRuntime(lite,
                RuntimeChoice.of(Optional.of(NetworkRuntime.ONNXRUNTIME), Precision.FP32));
        InputSpec input = lite.card().input();
        Tensor picture = Tensor.allocate(input.shape(1));
        for (int i = 0; i < picture.size(); i++) {
            picture.data().put(i, i * 7919 % 256 / 255f);
        }
        try (Session own = Sessions.open(lite, SessionOptions.onCpu(1));
                Session other = Sessions.open(onnx, SessionOptions.onCpu(1))) {
            Map<String, Tensor> expected = own.run(Map.of(input.name(), picture));
            Map<String, Tensor> actual = other.run(Map.of(input.name(), picture));

            assertThat(actual.keySet()).isEqualTo(expected.keySet());
            expected.forEach((name, tensor) -> assertThat(actual.get(name).toArray()).as(name)
                    .usingComparatorWithPrecision(1e-2f).containsExactly(tensor.toArray()));
        }
    }

    @Test
    void nothing_is_converted_where_the_networks_own_engine_is_meant() {
        RuntimeConverter converter = new RuntimeConverter(store, news::add, step -> {});

        assertThat(converter.onRuntime(original, RuntimeChoice.automatic())).isEqualTo(original);
        assertThat(on(NetworkRuntime.TFLITE)).isEqualTo(original);
        assertThat(news).isEmpty();
        assertThat(folder.resolve("models")).doesNotExist();
    }

    @Test
    void a_damaged_network_is_one_clear_error_and_leaves_nothing() throws IOException {
        byte[] whole = Files.readAllBytes(original.path());
        Path cut = Files.write(folder.resolve("cut.tflite"), Arrays.copyOf(whole, whole.length / 2));
        ModelFile damaged = new ModelFile(original.card(), cut);

        assertThatThrownBy(() -> new RuntimeConverter(store, news::add, step -> {}).onRuntime(damaged,
                RuntimeChoice.of(Optional.of(NetworkRuntime.PYTORCH), Precision.FP32)))
                .isInstanceOf(UserException.class).hasMessageContaining("cut.tflite cannot be read because");
        assertThat(store.converted().all()).isEmpty();
    }

    @Test
    void where_tensorflow_lite_has_no_native_library_onnx_runtime_takes_its_place_and_that_is_said()
            throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !LITE_JARS.matcher(entry).matches()).collect(Collectors.joining(File.pathSeparator));

        String output = JavaProcess.output(classPath, List.of(), Probe.class, original.path().toString(),
                folder.toString());

        assertThat(output.lines()).containsExactly(
                "TensorFlow Lite does not work on this system, so blazepose-lite runs on ONNX Runtime",
                "converting blazepose-lite for ONNX Runtime and PyTorch, once", "ONNXRUNTIME");
    }

    /** The other process. */
    static final class Probe {
        private Probe() {}

        public static void main(String[] args) {
            ModelStore models = new ModelStore(ModelCatalog.bundled(),
                    new ModelFolders(Path.of(args[1]), Optional.empty()));
            ModelFile file = new ModelFile(models.catalog().card("blazepose-lite"), Path.of(args[0]));
            ModelFile used = new RuntimeConverter(models, System.out::println, step -> {}).onRuntime(file,
                    RuntimeChoice.automatic());
            System.out.println(used.card().runtime());
        }
    }
}
