package org.posescope.network.tensorflow.lite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.frame.Frame;
import org.posescope.infer.Border;
import org.posescope.infer.ImageSampler;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.ModelFile;
import org.posescope.model.NetworkRuntime;
import org.posescope.network.graph.Graph;
import org.posescope.network.onnx.OnnxWriter;
import org.posescope.network.torchscript.TorchPrecision;
import org.posescope.network.torchscript.TorchScriptWriter;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.PeoplePictures;
import org.posescope.testkit.SmallModels;
import org.posescope.testkit.TestModels;

/** The BlazePose networks, converted, beside TensorFlow Lite itself, on people of real pictures. */
class TfLiteReaderTest {
    private static final double PIXELS = 0.01;
    private static final double METRES = 1e-4;
    /** Of logits, which for the segmentation are some thousands. */
    private static final double LOGITS = 0.01;
    private static final double SEGMENTATION = 5;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"blazepose-lite", "blazepose-full", "blazepose-heavy"})
    void landmarks_are_where_tensorflow_lite_finds_them(String id) throws IOException {
        Map<String, Double> allowed = Map.of("Identity", PIXELS, "Identity_1", 1e-3, "Identity_2", SEGMENTATION,
                "Identity_3", LOGITS, "Identity_4", METRES);

        assertWithin(allowed, differences(TestModels.file(id)));
    }

    @Test
    void the_detector_sees_what_it_sees_in_tensorflow_lite() throws IOException {
        assertWithin(Map.of("Identity", PIXELS, "Identity_1", LOGITS),
                differences(TestModels.file("blazepose-detector")));
    }

    private static void assertWithin(Map<String, Double> allowed, Map<String, Double> differences) {
        assertThat(differences).hasSize(2 * allowed.size());
        differences.forEach((name, difference) -> assertThat(difference).as(name)
                .isLessThan(allowed.get(name.substring(name.indexOf(' ') + 1))));
    }

    /** The largest differences, by engine and output. */
    private Map<String, Double> differences(ModelFile original) throws IOException {
        Map<String, Double> largest = new LinkedHashMap<>();
        String input = original.card().input().name();
        try (Session lite = Sessions.open(original, SessionOptions.onCpu(2));
                Session onnx = converted(original, NetworkRuntime.ONNXRUNTIME);
                Session torch = converted(original, NetworkRuntime.PYTORCH)) {
            for (Tensor picture : pictures(original)) {
                Map<String, Tensor> expected = lite.run(Map.of(input, picture));
                for (Session engine : List.of(onnx, torch)) {
                    Map<String, Tensor> actual = engine.run(Map.of(input, picture));
                    assertThat(actual.keySet()).isEqualTo(expected.keySet());
                    expected.forEach((name, tensor) -> {
                        assertThat(actual.get(name).shape()).as(name).isEqualTo(tensor.shape());
                        largest.merge(engine.runtime() + " " + name, difference(tensor, actual.get(name)), Math::max);
                    });
                }
            }
        }
        return largest;
    }

    private Session converted(ModelFile original, NetworkRuntime runtime) throws IOException {
        Graph graph = TfLiteReader.read(original.path());
        Path file = folder.resolve("network" + runtime.extension());
        if (runtime == NetworkRuntime.ONNXRUNTIME) {
            OnnxWriter.write(graph, file);
        } else {
            TorchScriptWriter.write(graph, TorchPrecision.FP32, file);
        }
        return Sessions.open(new ModelFile(SmallModels.onEngine(original.card(), runtime), file),
                SessionOptions.onCpu(2));
    }

    /** The people of whom most points are annotated, as the network sees them. */
    private static List<Tensor> pictures(ModelFile model) throws IOException {
        try (ImageSampler sampler = new ImageSampler(model.card().input())) {
            return PeoplePictures.wellSeen().stream().map(person -> {
                Tensor picture = Tensor.allocate(model.card().input().shape(1));
                try (Frame frame = person.frame()) {
                    sampler.sample(frame, person.region(), Border.BLACK, picture, 0);
                }
                return picture;
            }).toList();
        }
    }

    private static double difference(Tensor expected, Tensor actual) {
        double largest = 0;
        for (int i = 0; i < expected.size(); i++) {
            largest = Math.max(largest, Math.abs(expected.get(i) - actual.get(i)));
        }
        return largest;
    }
}
