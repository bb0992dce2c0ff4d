package org.posescope.network.architecture;

import java.util.Optional;

import org.posescope.model.InputSpec;
import org.posescope.model.Task;
import org.posescope.network.graph.Graph;
import org.posescope.network.graph.GraphBuilder;
import org.posescope.network.graph.Value;
import org.posescope.network.weights.WeightedLayers;
import org.posescope.network.weights.Weights;

/**
 * HigherHRNet (Cheng et al. 2020, "HigherHRNet: Scale-Aware Representation Learning for Bottom-Up Human Pose Estimation"): a
 * {@link HrNetTrunk} that gives heatmaps and tags of all people at a quarter of the picture's sides, and from these and its features
 * heatmaps once more at half of them. StateKeys of github.com/HRNet/HigherHRNet-Human-Pose-Estimation,
 * {@code lib/models/pose_higher_hrnet.py}, with a tag for each kind of point.
 */
final class HigherHrNet implements Architecture {
    private static final String DECODER = "associative-embedding";
    /** Heatmaps of all kinds of points, then their tags, at a quarter of the picture's sides. */
    private static final String COARSE = "stage0_heatmaps_tags";
    /** Heatmaps of all kinds of points at half of the picture's sides. */
    private static final String FINE = "stage1_heatmaps";

    private static final int SMALLEST_SIDE = 512;
    private static final int BLOCKS = 4;

    @Override
    public Optional<Blueprint> recognise(StateKeys keys) {
        if (!HrNetTrunk.isIn(keys) || !keys.has("final_layers.1.weight", 4)
                || !keys.has("deconv_layers.0.0.0.weight", 4)) {
            return Optional.empty();
        }
        HrNetTrunk trunk = HrNetTrunk.of(keys);
        int points = keys.side("final_layers.1.weight", 0);
        int filters = keys.side("deconv_layers.0.0.0.weight", 1);
        InputSpec input = Inputs.scene(keys.fileName(), SMALLEST_SIDE);
        String name = "w" + trunk.width() + "-" + input.height();
        return Optional.of(new Blueprint("higherhrnet-" + name, "HigherHRNet-W" + trunk.width() + ", " + input.height(),
                Task.POSE_BOTTOM_UP, input, DECODER, Heatmaps.skeleton(points), "MIT",
                weights -> build(trunk, points, filters, input, weights)));
    }

    private static Graph build(HrNetTrunk trunk, int points, int filters, InputSpec input, Weights weights) {
        GraphBuilder graph = GraphBuilder.ofAnySize(input.name(), 3, input.height(), input.width());
        WeightedLayers layers = new WeightedLayers(graph, weights, WeightedLayers.BATCH_NORM_EPSILON);
        Value features = trunk.build(layers);
        Value coarse = layers.pointwise("final_layers.0", features, 2 * points);
        Value both = graph.concat(1, features, coarse);
        Value x = graph.relu(layers.doubling("deconv_layers.0.0.0", "deconv_layers.0.0.1", both, filters));
        for (int block = 1; block <= BLOCKS; block++) {
            x = ResNet.basic(layers, "deconv_layers.0." + block + ".0", x, filters, 1);
        }
        Value fine = layers.pointwise("final_layers.1", x, points);
        graph.output(COARSE, graph.fullPrecision(coarse)).output(FINE, graph.fullPrecision(fine));
        return layers.build();
    }
}
