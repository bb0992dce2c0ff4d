package org.posescope.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Origin;
import org.posescope.network.architecture.Architectures;
import org.posescope.network.architecture.Blueprint;
import org.posescope.network.graph.Graph;
import org.posescope.network.onnx.OnnxWriter;
import org.posescope.network.torchscript.TorchPrecision;
import org.posescope.network.torchscript.TorchScriptWriter;
import org.posescope.network.weights.Weights;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.Tensor;
import org.posescope.tensor.torch.TorchCheckpoint;
import org.posescope.testkit.NetworkFixture;

/** Every network against the numbers of its authors' code. */
class NetworkTest {
    /** Of the largest magnitude of an output (shared/fixtures/README.md). */
    private static final double TOLERANCE = 2e-5;
    private static final double MEAN_TOLERANCE = 2e-6;
    private static final int ENOUGH_FOR_A_MEAN = 100;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"yolox_nano_416, yolox-nano", "yolox_nano_416_gain, yolox-nano",
        "hrnet_w32_256x192, hrnet-w32-256x192", "hmr_spin, hmr",
        "simplepose_resnet18, simplepose-resnet18-256x192", "simplepose_resnet50, simplepose-resnet50-256x192",
        "higherhrnet_w32_512, higherhrnet-w32-512", "openpose_lightweight, openpose-lightweight",
        "openpose_lightweight_gain, openpose-lightweight",
        "openpose_lightweight_ref3_gain, openpose-lightweight-3", "lightweight3d, openpose-3d",
        "lightweight3d_gain, openpose-3d"})
    void a_converted_checkpoint_computes_what_its_authors_code_does(String fixtureId, String id) throws IOException {
        NetworkFixture fixture = new NetworkFixture(fixtureId);
        Path checkpoint = fixture.checkpoint().nestedIn("model").writeZip(folder.resolve(fixtureId + ".pth"));
        Blueprint blueprint;
        Graph graph;
        try (TorchCheckpoint open = TorchCheckpoint.open(checkpoint)) {
            blueprint = new Architectures().recognise(open.stateDict(), fixtureId).orElseThrow();
            graph = blueprint.build(new Weights(blueprint.title(), open.stateDict(), Map.of()));
        }
        // Each file is gone before the next is written: together they are more than a disk likes to take at once.
        Files.delete(checkpoint);
        assertThat(blueprint.id()).isEqualTo(id);
        Path onnx = folder.resolve("network.onnx");
        OnnxWriter.write(graph, onnx);
        assertAgrees(fixture, blueprint, NetworkRuntime.ONNXRUNTIME, onnx);
        Files.delete(onnx);
        Path torch = folder.resolve("network.pt");
        TorchScriptWriter.write(graph, TorchPrecision.FP32, torch);
        assertAgrees(fixture, blueprint, NetworkRuntime.PYTORCH, torch);
    }

    @ParameterizedTest
    @CsvSource({"ONNXRUNTIME, FP32", "PYTORCH, FP32", "PYTORCH, BF16"})
    void a_batch_gives_what_each_of_its_pictures_gives(NetworkRuntime runtime, TorchPrecision precision)
            throws IOException {
        NetworkFixture fixture = new NetworkFixture("yolox_nano_416_gain");
        Path checkpoint = fixture.checkpoint().writeLegacy(folder.resolve("yolox_nano.pth"));
        Path file = folder.resolve("network" + runtime.extension());
        Blueprint blueprint;
        try (TorchCheckpoint open = TorchCheckpoint.open(checkpoint)) {
            blueprint = new Architectures().recognise(open.stateDict(), "yolox_nano.pth").orElseThrow();
            Graph graph = blueprint.build(new Weights(blueprint.title(), open.stateDict(), Map.of()));
            if (runtime == NetworkRuntime.ONNXRUNTIME) {
                OnnxWriter.write(graph, file);
            } else {
                TorchScriptWriter.write(graph, precision, file);
            }
        }
        float[] first = fixture.input().toArray();
        float[] both = new float[2 * first.length];
        for (int i = 0; i < first.length; i++) {
            both[i] = 255 - first[i];
            both[first.length + i] = first[i];
        }
        try (Session session = Sessions.open(new ModelFile(card(blueprint, runtime, file), file),
                SessionOptions.onCpu(2))) {
            float[] alone = session.run(Map.of("input", Tensor.of(first, 1, 3, 416, 416))).get("raw_stride8").toArray();
            float[] together = session.run(Map.of("input", Tensor.of(both, 2, 3, 416, 416))).get("raw_stride8")
                    .toArray();
            double largest = 0;
            for (float value : alone) {
                largest = Math.max(largest, Math.abs(value));
            }
            for (int i = 0; i < alone.length; i++) {
                assertThat((double) Math.abs(together[alone.length + i] - alone[i]))
                        .isLessThanOrEqualTo((precision == TorchPrecision.BF16 ? 0.05 : TOLERANCE) * largest);
            }
        }
    }

    private static void assertAgrees(NetworkFixture fixture, Blueprint blueprint, NetworkRuntime runtime, Path file) {
        Tensor input = fixture.input();
        try (Session session = Sessions.open(new ModelFile(card(blueprint, runtime, file), file),
                SessionOptions.onCpu(2))) {
            Map<String, Tensor> outputs = session.run(Map.of(fixture.inputName(), input));
            fixture.outputs().forEach((name, expected) -> {
                Tensor actual = outputs.get(name);
                assertThat(actual).as(runtime + " " + name).isNotNull();
                Tensor kept = thinned(actual, fixture.step(name));
                assertThat(kept.shape()).isEqualTo(expected.shape());
                assertClose(runtime + " " + name, kept, expected);
            });
        }
    }

    /** Every so many rows and columns, as large outputs were saved. */
    private static Tensor thinned(Tensor tensor, int step) {
        if (step == 1) {
            return tensor;
        }
        int[] shape = tensor.shape();
        int rows = shape[2] / step;
        int columns = shape[3] / step;
        float[] kept = new float[shape[0] * shape[1] * rows * columns];
        for (int i = 0; i < kept.length; i++) {
            int plane = i / (rows * columns);
            int row = i / columns % rows * step;
            kept[i] = tensor.get((plane * shape[2] + row) * shape[3] + i % columns * step);
        }
        return Tensor.of(kept, shape[0], shape[1], rows, columns);
    }

    private static ModelCard card(Blueprint blueprint, NetworkRuntime runtime, Path file) {
        return new ModelCard(blueprint.id(), blueprint.title(), blueprint.task(), runtime,
                file.getFileName().toString(), blueprint.input(), blueprint.decoder(), blueprint.skeleton(), "fp32",
                blueprint.license(), new Origin.LocalFile(), Optional.empty(), -1);
    }

    private static void assertClose(String name, Tensor actual, NdArray expected) {
        double[] wanted = expected.toDoubles();
        double largest = Arrays.stream(wanted).map(Math::abs).max().orElseThrow();
        double sum = 0;
        for (int i = 0; i < wanted.length; i++) {
            double difference = Math.abs(actual.get(i) - wanted[i]);
            // Sides of boxes are exponentials, so their error grows with them.
            double allowed = name.endsWith("decoded") ? 2e-4 + 2e-4 * Math.abs(wanted[i]) : TOLERANCE * largest;
            assertThat(difference).as(name + ", number " + i).isLessThanOrEqualTo(allowed);
            sum += difference;
        }
        if (wanted.length >= ENOUGH_FOR_A_MEAN) {
            assertThat(sum / wanted.length / largest).as(name + ", mean").isLessThanOrEqualTo(MEAN_TOLERANCE);
        }
    }
}
