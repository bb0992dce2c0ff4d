package org.posescope.network.architecture;

import java.util.Optional;

import org.posescope.model.InputSpec;
import org.posescope.model.Task;
import org.posescope.network.architecture.LightweightLayers.Maps;
import org.posescope.network.graph.Graph;
import org.posescope.network.graph.Value;
import org.posescope.network.weights.Weights;

/**
 * Lightweight OpenPose in 3D, see {@link LightweightLayers}: beside the maps of the last stage, three coordinates of 19 joints for each
 * place of the picture at which a point of the person may be (Mehta et al. 2018, "Single-Shot Multi-Person 3D Pose Estimation From
 * Monocular RGB"). StateKeys of github.com/Daniil-Osokin/lightweight-human-pose-estimation-3d-demo.pytorch, {@code models/with_mobilenet.py}.
 */
final class LightweightPose3d implements Architecture {
    private static final int HEIGHT = 256;
    /** For pictures of 16:9, cut to a multiple of 8. */
    private static final int WIDTH = 448;
    private static final int COORDINATES = 3 * 19;
    private static final int RESIDUAL_BLOCKS = 5;
    private static final int LIGHT_BLOCKS = 2;

    static boolean recognised(StateKeys keys) {
        return LightweightLayers.recognised(keys) && keys.has("Pose3D.prediction.feature_maps.1.0.weight", 4);
    }

    @Override
    public Optional<Blueprint> recognise(StateKeys keys) {
        if (!recognised(keys)) {
            return Optional.empty();
        }
        int refinements = LightweightLayers.refinements(keys);
        InputSpec input = Inputs.centeredBgr(WIDTH, HEIGHT, 255);
        return Optional.of(new Blueprint("openpose-3d", "Lightweight OpenPose in 3D", Task.POSE_BOTTOM_UP, input,
                "openpose-3d", Optional.of("panoptic19"), "Apache-2.0",
                weights -> build(refinements, input, weights)));
    }

    private static Graph build(int refinements, InputSpec input, Weights weights) {
        LightweightLayers network = LightweightLayers.begin(input, weights);
        Value features = network.features();
        Maps maps = network.initialStage(features);
        for (int i = 0; i < refinements; i++) {
            maps = network.refinementStage(i, features, maps);
        }
        Value x = network.layers().graph().concat(1, features, maps.heatmaps(), maps.fields());
        for (int i = 0; i < RESIDUAL_BLOCKS; i++) {
            x = residual(network, "Pose3D.stem." + i, x);
        }
        x = network.refined("Pose3D.prediction.trunk", x, LIGHT_BLOCKS);
        Value coordinates = network.head("Pose3D.prediction.feature_maps", x, LightweightLayers.CHANNELS, COORDINATES);
        network.output("features", coordinates);
        network.output("heatmaps", maps.heatmaps());
        network.output("pafs", maps.fields());
        return network.layers().build();
    }

    /** A bottleneck of half the channels beside the value itself, which is narrowed where it is wider than the result. */
    private static Value residual(LightweightLayers network, String name, Value x) {
        int channels = LightweightLayers.CHANNELS;
        int narrow = x.channels() / 2;
        Value y = network.normalizedRelu(name + ".bottleneck.0", x, narrow, 1, 1);
        y = network.normalizedRelu(name + ".bottleneck.1", y, narrow, 3, 1);
        y = network.normalizedRelu(name + ".bottleneck.2", y, channels, 1, 1);
        Value beside = x.channels() == channels ? x : network.normalizedRelu(name + ".align", x, channels, 1, 1);
        return network.layers().graph().add(beside, y);
    }
}
