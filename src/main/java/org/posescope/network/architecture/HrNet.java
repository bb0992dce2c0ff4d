package org.posescope.network.architecture;

import java.util.Optional;

import org.posescope.model.InputSpec;
import org.posescope.model.Task;
import org.posescope.network.graph.Graph;
import org.posescope.network.graph.GraphBuilder;
import org.posescope.network.graph.Value;
import org.posescope.network.weights.WeightedLayers;
import org.posescope.network.weights.Weights;

/** {@link HrNetTrunk} with a heatmap for each point of one person. */
final class HrNet implements Architecture {
    @Override
    public Optional<Blueprint> recognise(StateKeys keys) {
        if (!HrNetTrunk.isIn(keys) || !keys.has("final_layer.weight", 4)) {
            return Optional.empty();
        }
        HrNetTrunk trunk = HrNetTrunk.of(keys);
        int points = keys.side("final_layer.weight", 0);
        InputSpec input = Inputs.person(keys.fileName());
        String size = input.height() + "x" + input.width();
        return Optional
                .of(new Blueprint("hrnet-w" + trunk.width() + "-" + size, "HRNet-W" + trunk.width() + ", " + size,
                        Task.POSE_2D, input, Heatmaps.DECODER, Heatmaps.skeleton(points), "MIT",
                        weights -> build(trunk, points, input, weights)));
    }

    private static Graph build(HrNetTrunk trunk, int points, InputSpec input, Weights weights) {
        GraphBuilder graph = new GraphBuilder(input.name(), 3, input.height(), input.width());
        WeightedLayers layers = new WeightedLayers(graph, weights, WeightedLayers.BATCH_NORM_EPSILON);
        Value heatmaps = layers.pointwise("final_layer", trunk.build(layers), points);
        graph.output(Heatmaps.OUTPUT, graph.fullPrecision(heatmaps));
        return layers.build();
    }
}
