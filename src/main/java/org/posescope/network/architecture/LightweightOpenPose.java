package org.posescope.network.architecture;

import java.util.Optional;

import org.posescope.model.InputSpec;
import org.posescope.model.Task;
import org.posescope.network.architecture.LightweightLayers.Maps;
import org.posescope.network.graph.Graph;
import org.posescope.network.graph.Value;
import org.posescope.network.weights.Weights;

/**
 * Lightweight OpenPose, see {@link LightweightLayers}: the maps of each stage, of which the last are the best. Published with one
 * refinement stage; the paper has up to three.
 */
final class LightweightOpenPose implements Architecture {
    private static final int HEIGHT = 256;
    /** For pictures of 16:9. */
    private static final int WIDTH = 456;

    @Override
    public Optional<Blueprint> recognise(StateKeys keys) {
        if (!LightweightLayers.recognised(keys) || LightweightPose3d.recognised(keys)) {
            return Optional.empty();
        }
        int refinements = LightweightLayers.refinements(keys);
        InputSpec input = Inputs.centeredBgr(WIDTH, HEIGHT, 256);
        String id = refinements == 1 ? "openpose-lightweight" : "openpose-lightweight-" + refinements;
        String title = "Lightweight OpenPose, " + refinements + (refinements == 1 ? " refinement" : " refinements");
        return Optional.of(new Blueprint(id, title, Task.POSE_BOTTOM_UP, input, "openpose", Optional.of("openpose18"),
                "Apache-2.0", weights -> build(refinements, input, weights)));
    }

    private static Graph build(int refinements, InputSpec input, Weights weights) {
        LightweightLayers network = LightweightLayers.begin(input, weights);
        Value features = network.features();
        Maps maps = network.initialStage(features);
        addOutputs(network, 0, maps);
        for (int i = 0; i < refinements; i++) {
            maps = network.refinementStage(i, features, maps);
            addOutputs(network, i + 1, maps);
        }
        return network.layers().build();
    }

    private static void addOutputs(LightweightLayers network, int stage, Maps maps) {
        network.output("stage" + stage + "_heatmaps", maps.heatmaps());
        network.output("stage" + stage + "_pafs", maps.fields());
    }
}
