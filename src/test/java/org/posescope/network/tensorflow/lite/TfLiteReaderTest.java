package org.posescope.network.tensorflow.lite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import org.posescope.pose.Region;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.PeoplePictures;
import org.posescope.testkit.SmallModels;
import org.posescope.testkit.TestModels;

/** The BlazePose networks, converted, beside TensorFlow Lite itself. */
class TfLiteReaderTest {
    private static final int COORDINATES = 195;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"blazepose-lite, ONNXRUNTIME", "blazepose-lite, PYTORCH", "blazepose-full, ONNXRUNTIME",
        "blazepose-full, PYTORCH", "blazepose-heavy, ONNXRUNTIME", "blazepose-heavy, PYTORCH",
        "blazepose-detector, ONNXRUNTIME", "blazepose-detector, PYTORCH"})
    void a_converted_network_computes_what_tensorflow_lite_does_on_real_people(String id, NetworkRuntime runtime)
            throws IOException {
        ModelFile original = TestModels.file(id);
        ModelFile converted = converted(original, runtime);
        Map<String, Double> differences = new LinkedHashMap<>();
        try (Session expected = Sessions.open(original, SessionOptions.onCpu(2));
                Session actual = Sessions.open(converted, SessionOptions.onCpu(2));
                ImageSampler sampler = new ImageSampler(original.card().input())) {
            Tensor picture = Tensor.allocate(original.card().input().shape(1));
            for (PeoplePictures.Person person : PeoplePictures.all()) {
                try (Frame frame = person.frame()) {
                    sampler.sample(frame, person.region(), Border.BLACK, picture, 0);
                }
                Map<String, Tensor> input = Map.of(original.card().input().name(), picture);
                Map<String, Tensor> wanted = expected.run(input);
                Map<String, Tensor> given = actual.run(input);
                assertThat(given.keySet()).containsAll(wanted.keySet());
                wanted.forEach((name, tensor) -> {
                    assertThat(given.get(name).shape()).as(name).isEqualTo(tensor.shape());
                    differences.merge(name, difference(tensor, given.get(name)), Math::max);
                });
            }
        }
        System.out.println(id + " " + runtime + " " + differences);
    }

    private ModelFile converted(ModelFile original, NetworkRuntime runtime) throws IOException {
        Graph graph = TfLiteReader.read(original.path());
        Path file = folder.resolve("network" + runtime.extension());
        if (runtime == NetworkRuntime.ONNXRUNTIME) {
            OnnxWriter.write(graph, file);
        } else {
            TorchScriptWriter.write(graph, TorchPrecision.FP32, file);
        }
        return new ModelFile(SmallModels.onEngine(original.card(), runtime), file);
    }

    private static double difference(Tensor expected, Tensor actual) {
        double largest = 0;
        for (int i = 0; i < expected.size(); i++) {
            largest = Math.max(largest, Math.abs(expected.get(i) - actual.get(i)));
        }
        return largest;
    }
}
