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
 * Simple baselines (Xiao et al. 2018, "Simple Baselines for Human Pose Estimation and Tracking"): a {@link ResNet}, three layers
 * that double its feature map, a heatmap for each point. StateKeys, where a publication has no others, of
 * github.com/microsoft/human-pose-estimation.pytorch, {@code lib/models/pose_resnet.py}.
 */
final class SimplePose implements Architecture {
    private static final int DOUBLINGS = 3;

    private final Publication publication;

    SimplePose(Publication publication) {
        this.publication = publication;
    }

    @Override
    public Optional<Blueprint> recognise(StateKeys file) {
        StateKeys keys = file.named(publication.naming());
        if (!keys.has("layer1.0.conv1.weight", 4) || !keys.has("deconv_layers.0.weight", 4)
                || !keys.has("final_layer.weight", 4)) {
            return Optional.empty();
        }
        ResNet encoder = ResNet.of(keys);
        int filters = keys.side("deconv_layers.0.weight", 1);
        int points = keys.side("final_layer.weight", 0);
        InputSpec input = Inputs.ordered(publication.order(), Inputs.person(keys.fileName()));
        String size = input.height() + "x" + input.width();
        String label = publication.label(encoder);
        return Optional.of(new Blueprint("simplepose-resnet" + label + "-" + size,
                "SimplePose, ResNet-" + label + ", " + size, Task.POSE_2D, input, Heatmaps.DECODER,
                Heatmaps.skeleton(points), publication.license(),
                weights -> build(encoder, filters, points, input, weights.named(publication.naming()))));
    }

    private static Graph build(ResNet encoder, int filters, int points, InputSpec input, Weights weights) {
        GraphBuilder graph = new GraphBuilder(input.name(), 3, input.height(), input.width());
        WeightedLayers layers = new WeightedLayers(graph, weights, WeightedLayers.BATCH_NORM_EPSILON);
        Value x = encoder.encode(layers, graph.input());
        for (int i = 0; i < DOUBLINGS; i++) {
            // Convolution, normalization and activation have a number each.
            String name = "deconv_layers.";
            x = graph.relu(layers.doubling(name + 3 * i, name + (3 * i + 1), x, filters));
        }
        graph.output(Heatmaps.OUTPUT, graph.fullPrecision(layers.pointwise("final_layer", x, points)));
        return layers.build();
    }
}
