package org.posescope.network.architecture;

import org.posescope.model.InputSpec;
import org.posescope.network.graph.GraphBuilder;
import org.posescope.network.graph.Value;
import org.posescope.network.weights.WeightedLayers;
import org.posescope.network.weights.Weights;

/**
 * What lightweight OpenPose (Osokin 2018, "Real-time 2D Multi-Person Pose Estimation on CPU: Lightweight OpenPose") and its 3D version
 * have in common. StateKeys of github.com/Daniil-Osokin/lightweight-human-pose-estimation.pytorch, {@code models/with_mobilenet.py}. All
 * maps are an eighth of the picture.
 */
record LightweightLayers(WeightedLayers layers) {
    /** Maps of the 18 points and of the background. */
    static final int HEATMAPS = 19;
    /** Two coordinates for each of the 19 pairs of points that fields lead along. */
    static final int FIELDS = 38;
    static final int CHANNELS = 128;

    private static final int WIDE = 512;
    private static final int BLOCKS = 5;

    /** Heatmaps and part affinity fields. */
    record Maps(Value heatmaps, Value fields) {}

    /** Whether weights are those of such a network. */
    static boolean recognised(StateKeys keys) {
        return keys.has("model.0.0.weight", 4) && keys.has("cpm.align.0.weight", 4)
                && keys.has("initial_stage.heatmaps.1.0.weight", 4)
                && keys.side("initial_stage.heatmaps.1.0.weight", 0) == HEATMAPS;
    }

    /** Begins a network that takes pictures of any size. */
    static LightweightLayers begin(InputSpec input, Weights weights) {
        return new LightweightLayers(
                new WeightedLayers(GraphBuilder.ofAnySize(input.name(), 3, input.height(), input.width()), weights,
                        WeightedLayers.BATCH_NORM_EPSILON));
    }

    static int refinements(StateKeys keys) {
        return keys.count("refinement_stages.", ".heatmaps.1.0.weight");
    }

    /** MobileNet v1 (Howard et al. 2017) up to conv5_5, whose last strides are given up for dilation, narrowed to 128 channels. */
    Value features() {
        Value x = graph().relu(layers.convolution("model.0.0", "model.0.1", graph().input(), 32, 3, 2));
        x = separable("model.1", x, 64, 1);
        x = separable("model.2", x, 128, 2);
        x = separable("model.3", x, 128, 1);
        x = separable("model.4", x, 256, 2);
        x = separable("model.5", x, 256, 1);
        x = separable("model.6", x, WIDE, 1);
        x = graph().relu(layers.dilatedDepthwise("model.7.0", "model.7.1", x, 3, 2));
        x = pointwiseOf("model.7", x, WIDE);
        for (int block = 8; block <= 11; block++) {
            x = separable("model." + block, x, WIDE, 1);
        }
        x = biasedRelu("cpm.align.0", x, CHANNELS, 1);
        Value trunk = x;
        for (int i = 0; i < 3; i++) {
            String name = "cpm.trunk." + i;
            trunk = graph().elu(layers.bare(name + ".0", trunk, CHANNELS, 3, CHANNELS));
            trunk = graph().elu(layers.bare(name + ".2", trunk, CHANNELS, 1, 1));
        }
        return biasedRelu("cpm.conv.0", graph().add(x, trunk), CHANNELS, 3);
    }

    private Value separable(String name, Value x, int channels, int stride) {
        return pointwiseOf(name, graph().relu(layers.depthwise(name + ".0", name + ".1", x, 3, stride)), channels);
    }

    private Value pointwiseOf(String name, Value x, int channels) {
        return graph().relu(layers.convolution(name + ".3", name + ".4", x, channels, 1, 1));
    }

    /** The first guess of the maps. */
    Maps initialStage(Value features) {
        Value x = features;
        for (int i = 0; i < 3; i++) {
            x = biasedRelu("initial_stage.trunk." + i + ".0", x, CHANNELS, 3);
        }
        return maps("initial_stage", x, WIDE);
    }

    /** A better guess of the maps. */
    Maps refinementStage(int index, Value features, Maps before) {
        String name = "refinement_stages." + index;
        Value x = graph().concat(1, features, before.heatmaps, before.fields);
        return maps(name, refined(name + ".trunk", x, BLOCKS), CHANNELS);
    }

    /** Blocks that see further by dilation, one behind the other. */
    Value refined(String name, Value x, int blocks) {
        Value y = x;
        for (int block = 0; block < blocks; block++) {
            String part = name + "." + block;
            Value initial = biasedRelu(part + ".initial.0", y, CHANNELS, 1);
            Value trunk = normalizedRelu(part + ".trunk.0", initial, CHANNELS, 3, 1);
            y = graph().add(initial, normalizedRelu(part + ".trunk.1", trunk, CHANNELS, 3, 2));
        }
        return y;
    }

    private Maps maps(String name, Value x, int hidden) {
        return new Maps(head(name + ".heatmaps", x, hidden, HEATMAPS), head(name + ".pafs", x, hidden, FIELDS));
    }

    /** Two pointwise layers that end in maps. */
    Value head(String name, Value x, int hidden, int channels) {
        Value y = biasedRelu(name + ".0.0", x, hidden, 1);
        return layers.pointwise(name + ".1.0", y, channels);
    }

    /** Names maps as an output. */
    void output(String name, Value maps) {
        graph().output(name, graph().fullPrecision(maps));
    }

    private Value biasedRelu(String name, Value x, int channels, int kernel) {
        return graph().relu(layers.biased(name, x, channels, kernel));
    }

    /** A layer whose convolution and normalization are numbered 0 and 1. */
    Value normalizedRelu(String name, Value x, int channels, int kernel, int dilation) {
        return graph().relu(layers.biasedNormalized(name + ".0", name + ".1", x, channels, kernel, dilation));
    }

    private GraphBuilder graph() {
        return layers.graph();
    }
}
