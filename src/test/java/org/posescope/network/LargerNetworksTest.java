package org.posescope.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.model.InputSpec.ColorOrder;
import org.posescope.model.NetworkRuntime;
import org.posescope.network.architecture.Architectures;
import org.posescope.network.architecture.Blueprint;
import org.posescope.network.weights.Weights;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.FilledTensors;
import org.posescope.testkit.NetworkFixture;
import org.posescope.testkit.NetworkRun;
import org.posescope.testkit.WeightSpec;

/** The members of families for which there are no reference numbers: made from the keys of a smaller one by what the papers change. */
class LargerNetworksTest {
    @TempDir
    private Path folder;

    @Test
    void a_resnet_of_101_layers_has_23_blocks_in_its_third_stage() throws IOException {
        List<WeightSpec> weights = new ArrayList<>(new NetworkFixture("simplepose_resnet50").weights());
        List<WeightSpec> last = weights.stream().filter(weight -> weight.name().startsWith("layer3.5.")).toList();
        for (int block = 6; block < 23; block++) {
            String prefix = "layer3." + block + ".";
            last.forEach(weight -> weights.add(weight.named(weight.name().replace("layer3.5.", prefix))));
        }

        Blueprint blueprint = assertTakesEveryKeyAndRuns(weights, "pose_resnet_101_256x192.pth.tar",
                "simplepose-resnet101-256x192");

        assertThat(blueprint.input().colorOrder()).as("as its authors' code reads pictures").isEqualTo(ColorOrder.BGR);
    }

    @Test
    void an_hrnet_of_width_48_has_half_as_many_channels_again() throws IOException {
        List<WeightSpec> weights = new NetworkFixture("hrnet_w32_256x192").weights().stream()
                .map(LargerNetworksTest::widened).toList();

        assertTakesEveryKeyAndRuns(weights, "pose_hrnet_w48_256x192.pth", "hrnet-w48-256x192");
    }

    @Test
    void a_higherhrnet_of_width_48_is_told_with_the_size_of_its_name() {
        List<WeightSpec> weights = new NetworkFixture("higherhrnet_w32_512").weights().stream()
                .map(LargerNetworksTest::widened).toList();

        Blueprint blueprint = new Architectures()
                .recognise(new FilledTensors(weights), "pose_higher_hrnet_w48_640.pth").orElseThrow();
        assertThat(blueprint.id()).isEqualTo("higherhrnet-w48-640");
        blueprint.build(new Weights("it", new FilledTensors(weights), Map.of()));
    }

    /** Everything behind the stem; the points and their tags stay as many. */
    private static WeightSpec widened(WeightSpec weight) {
        boolean behind = weight.name().matches("(stage|transition|final_layer|deconv_layers).*");
        boolean head = weight.name().startsWith("final_layer");
        int[] shape = weight.shape();
        return behind
                ? weight.shaped(IntStream.range(0, shape.length)
                        .map(axis -> axis > 1 || (head && axis == 0) ? shape[axis] : widened(shape[axis], weight))
                        .toArray())
                : weight;
    }

    private static int widened(int side, WeightSpec weight) {
        int tagged = 34;
        if (weight.name().equals("deconv_layers.0.0.0.weight") && side > 32) {
            return (side - tagged) * 3 / 2 + tagged;
        }
        // What the stem gives.
        return weight.name().startsWith("transition1.") && side == 256 ? side : side * 3 / 2;
    }

    private Blueprint assertTakesEveryKeyAndRuns(List<WeightSpec> weights, String fileName, String id)
            throws IOException {
        FilledTensors tensors = new FilledTensors(weights);
        Blueprint blueprint = new Architectures().recognise(tensors, fileName).orElseThrow();
        assertThat(blueprint.id()).isEqualTo(id);
        // Building refuses a key that is missing, left over, taken twice or of another shape.
        try (NetworkRun run = NetworkRun.of(blueprint, blueprint.build(new Weights(id, tensors, Map.of())),
                NetworkRuntime.ONNXRUNTIME, folder)) {
            float[] heatmaps = run.session().run(Map.of("input", picture(1))).get("heatmaps").toArray();
            assertThat(heatmaps).hasSize(17 * 64 * 48);
            float[] others = run.session().run(Map.of("input", picture(2))).get("heatmaps").toArray();
            for (int point = 0; point < 17; point++) {
                assertThat(spread(heatmaps, others, point)).isFinite().isPositive();
            }
        }
        return blueprint;
    }

    private static Tensor picture(int seed) {
        Tensor picture = Tensor.allocate(1, 3, 256, 192);
        for (int i = 0; i < picture.size(); i++) {
            picture.data().put(i, (float) Math.sin(seed * 0.61 * i));
        }
        return picture;
    }

    private static double spread(float[] a, float[] b, int point) {
        int cells = 64 * 48;
        return IntStream.range(point * cells, (point + 1) * cells).mapToDouble(i -> Math.abs(a[i] - b[i])).max()
                .orElseThrow();
    }
}
