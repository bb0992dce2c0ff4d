package org.posescope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.error.UserException;
import org.posescope.model.InputSpec.ColorOrder;
import org.posescope.model.NetworkRuntime;
import org.posescope.network.architecture.Architectures;
import org.posescope.network.architecture.Blueprint;
import org.posescope.network.weights.Weights;
import org.posescope.tensor.Tensor;
import org.posescope.tensor.mxnet.MxnetParameters;
import org.posescope.testkit.CheckpointFile;
import org.posescope.testkit.GluonNetwork;
import org.posescope.testkit.MxnetFile;
import org.posescope.testkit.NetworkFixture;
import org.posescope.testkit.NetworkRun;
import org.posescope.testkit.WeightSpec;

/** GluonCV's SimplePose out of MXNet parameters. */
class GluonSimplePoseTest {
    private static final double TOLERANCE = 2e-5;
    private static final int SIDE = 64;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"simplepose_resnet18, simplepose-resnet18-v1b-256x192, simple_pose_resnet18_v1b-f63d42ac.params",
        "simplepose_resnet50, simplepose-resnet50-v1b-256x192, simple_pose_resnet50_v1b-e2c7b1ad.params"})
    void the_first_variant_is_the_network_that_pytorch_checkpoints_have(String fixtureId, String id, String fileName)
            throws IOException {
        NetworkFixture fixture = new NetworkFixture(fixtureId);
        Path file = renamed(fixture).write(folder.resolve(fileName));

        try (NetworkRun run = convert(file, NetworkRuntime.ONNXRUNTIME)) {
            assertThat(run.blueprint().id()).isEqualTo(id);
            assertThat(run.blueprint().license()).isEqualTo("Apache-2.0");
            assertThat(run.blueprint().input().colorOrder()).isEqualTo(ColorOrder.RGB);
            fixture.outputs().forEach((name, expected) -> assertClose(
                    run.session().run(Map.of("input", fixture.input())).get(name).toArray(), expected.toDoubles()));
        }
    }

    /** The fixture's weights under the names that GluonCV's networks of the same layers have. */
    private static MxnetFile renamed(NetworkFixture fixture) {
        CheckpointFile torch = fixture.checkpoint();
        MxnetFile file = new MxnetFile(MxnetFile.Version.V2);
        for (WeightSpec weight : fixture.weights()) {
            if (!weight.isCount()) {
                String name = weight.name().replaceFirst("^conv1\\.", "resnet.0.").replaceFirst("^bn1\\.", "resnet.1.")
                        .replaceFirst("^layer1\\.", "resnet.4.").replaceFirst("^layer2\\.", "resnet.5.")
                        .replaceFirst("^layer3\\.", "resnet.6.").replaceFirst("^layer4\\.", "resnet.7.");
                if (weight.kind().equals("bn_weight")) {
                    name = name.replaceFirst("weight$", "gamma");
                } else if (weight.kind().equals("bn_bias")) {
                    name = name.replaceFirst("bias$", "beta");
                }
                file.add(name, torch.values(weight.name()), weight.shape());
            }
        }
        return file;
    }

    @ParameterizedTest
    @CsvSource({"false, ONNXRUNTIME, simplepose-resnet10-v1d-64x64", "true, ONNXRUNTIME, simplepose-resnet14-v1d-64x64",
        "true, PYTORCH, simplepose-resnet14-v1d-64x64"})
    void variant_d_computes_what_its_definition_says(boolean bottleneck, NetworkRuntime runtime, String id)
            throws IOException {
        GluonNetwork network = new GluonNetwork(bottleneck);
        Path file = network.file().write(folder.resolve("simple_pose_v1d_64x64.params"));
        double[][][] picture = new double[3][SIDE][SIDE];
        Tensor input = Tensor.allocate(1, 3, SIDE, SIDE);
        for (int i = 0; i < input.size(); i++) {
            float value = (float) Math.sin(0.37 * i + 1e-4 * i * i);
            picture[i / (SIDE * SIDE)][i / SIDE % SIDE][i % SIDE] = value;
            input.data().put(i, value);
        }

        try (NetworkRun run = convert(file, runtime)) {
            assertThat(run.blueprint().id()).isEqualTo(id);
            assertClose(run.session().run(Map.of("input", input)).get("heatmaps").toArray(),
                    Arrays.stream(network.compute(picture)).flatMap(Arrays::stream).flatMapToDouble(Arrays::stream)
                            .toArray());
        }
    }

    @Test
    void a_parameter_that_is_missing_or_left_over_is_called_as_the_file_calls_it() throws IOException {
        GluonNetwork network = new GluonNetwork(false);
        Path surplus = network.file().add("resnet.4.0.bn3.gamma", new float[64], 64)
                .write(folder.resolve("surplus_64x64.params"));
        Path odd = network.file().add("resnet.0.4.beta", new float[3], 3).write(folder.resolve("odd_64x64.params"));

        assertThatThrownBy(() -> convert(surplus, NetworkRuntime.ONNXRUNTIME)).isInstanceOf(UserException.class)
                .hasMessageContaining("tensors that such a network has not: resnet.4.0.bn3.gamma");
        assertThatThrownBy(() -> convert(odd, NetworkRuntime.ONNXRUNTIME)).isInstanceOf(UserException.class)
                .hasMessageContaining("its tensor resnet.0.4.beta has the shape [3] and not [32]");
    }

    private NetworkRun convert(Path file, NetworkRuntime runtime) throws IOException {
        try (MxnetParameters parameters = MxnetParameters.open(file)) {
            Blueprint blueprint = new Architectures().recognise(parameters, file.getFileName().toString())
                    .orElseThrow();
            return NetworkRun.of(blueprint, blueprint.build(new Weights(blueprint.title(), parameters, Map.of())),
                    runtime, folder);
        }
    }

    private static void assertClose(float[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
        }
        assertThat(difference / largest).isLessThan(TOLERANCE);
    }
}
