package org.posescope.network.architecture;

import java.util.Optional;

import org.posescope.model.InputSpec;
import org.posescope.model.Task;
import org.posescope.network.graph.Graph;
import org.posescope.network.graph.GraphBuilder;
import org.posescope.network.graph.Operation.Linear;
import org.posescope.network.graph.Value;
import org.posescope.network.weights.WeightedLayers;
import org.posescope.network.weights.Weights;

/**
 * HMR (Kanazawa et al. 2018, "End-to-end Recovery of Human Shape and Pose") as SPIN (Kolotouros et al. 2019) and EFT (Joo et al.
 * 2021) train it: a {@link ResNet} of 50 layers and a regressor that corrects the mean body three times. StateKeys of
 * github.com/nkolot/SPIN, {@code models/hmr.py}. The mean body ({@value #MEAN_POSE}, {@value #MEAN_SHAPE}, {@value #MEAN_CAMERA})
 * may come from a file of its own.
 */
public final class Hmr implements Architecture {
    /** Which decoder reads its outputs. */
    public static final String DECODER = "hmr";
    /** 24 rotations in six numbers each, interleaved: x of both columns, y of both, z of both. */
    public static final String MEAN_POSE = "init_pose";
    /** 10 shape components. */
    public static final String MEAN_SHAPE = "init_shape";
    /** Scale and shift of the weak-perspective camera. */
    public static final String MEAN_CAMERA = "init_cam";

    private static final int SIDE = 224;
    private static final int ITERATIONS = 3;
    private static final int HIDDEN = 1024;
    private static final int JOINTS = 24;
    private static final int POSE = 6 * JOINTS;
    private static final int SHAPE = 10;
    private static final int CAMERA = 3;

    @Override
    public Optional<Blueprint> recognise(StateKeys keys) {
        if (!keys.has("decpose.weight", 2) || !keys.has("decshape.weight", 2) || !keys.has("deccam.weight", 2)
                || keys.side("decpose.weight", 0) != POSE) {
            return Optional.empty();
        }
        ResNet encoder = ResNet.of(keys);
        InputSpec input = Inputs.imageNet(SIDE, SIDE);
        return Optional.of(new Blueprint("hmr", "HMR with a ResNet-" + encoder.depth() + ", as trained by SPIN or EFT",
                Task.BODY_PARAMETERS, input, DECODER, Optional.empty(), "research only",
                weights -> build(encoder, input, weights)));
    }

    private static Graph build(ResNet encoder, InputSpec input, Weights weights) {
        GraphBuilder graph = new GraphBuilder(input.name(), 3, input.height(), input.width());
        WeightedLayers layers = new WeightedLayers(graph, weights, WeightedLayers.BATCH_NORM_EPSILON);
        Value features = graph.fullPrecision(graph.globalAveragePool(encoder.encode(layers, graph.input())));

        Linear first = layers.linear("fc1", features.side(1) + POSE + SHAPE + CAMERA, HIDDEN);
        Linear second = layers.linear("fc2", HIDDEN, HIDDEN);
        Linear toPose = layers.linear("decpose", HIDDEN, POSE);
        Linear toShape = layers.linear("decshape", HIDDEN, SHAPE);
        Linear toCamera = layers.linear("deccam", HIDDEN, CAMERA);
        Value pose = graph.repeatForBatchOf(features, layers.taken(MEAN_POSE, 1, POSE));
        Value shape = graph.repeatForBatchOf(features, layers.taken(MEAN_SHAPE, 1, SHAPE));
        Value camera = graph.repeatForBatchOf(features, layers.taken(MEAN_CAMERA, 1, CAMERA));
        for (int i = 0; i < ITERATIONS; i++) {
            Value x = graph.linear(graph.concat(1, features, pose, shape, camera), first);
            x = graph.linear(x, second);
            pose = graph.add(pose, graph.linear(x, toPose));
            shape = graph.add(shape, graph.linear(x, toShape));
            camera = graph.add(camera, graph.linear(x, toCamera));
        }
        graph.output("pred_rotmat", SixD.rotations(graph, pose, JOINTS)).output("pred_shape", shape)
                .output("pred_cam", camera)
                .output("pred_pose6d", pose).output("features", features);
        return layers.build();
    }
}
