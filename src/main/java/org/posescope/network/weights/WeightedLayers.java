package org.posescope.network.weights;

import java.util.Arrays;
import java.util.List;

import org.posescope.network.graph.Graph;
import org.posescope.network.graph.GraphBuilder;
import org.posescope.network.graph.Operation.Convolution;
import org.posescope.network.graph.Operation.Linear;
import org.posescope.network.graph.Operation.TransposedConvolution;
import org.posescope.network.graph.Parameter;
import org.posescope.network.graph.Value;

/**
 * Adds the layers that have weights to a graph, by the names that their authors gave them. Convolutions have odd kernels and keep
 * the picture's size at stride 1. Not thread-safe.
 */
public final class WeightedLayers {
    /** PyTorch's default. */
    public static final double BATCH_NORM_EPSILON = 1e-5;

    private final GraphBuilder graph;
    private final Weights weights;
    private final double epsilon;

    /** @param epsilon of all batch normalizations */
    public WeightedLayers(GraphBuilder graph, Weights weights, double epsilon) {
        this.graph = graph;
        this.weights = weights;
        this.epsilon = epsilon;
    }

    /** For the operations without weights. */
    public GraphBuilder graph() {
        return graph;
    }

    /** A 1x1 convolution with a bias: the last layer of most networks. */
    public Value pointwise(String name, Value x, int channels) {
        return biased(name, x, channels, 1);
    }

    /** A convolution of stride 1 with a bias. */
    public Value biased(String name, Value x, int channels, int kernel) {
        Parameter weight = taken(name + ".weight", channels, x.channels(), kernel, kernel);
        return graph.convolution(x, new Convolution(weight, taken(name + ".bias", channels), 1, kernel / 2, 1));
    }

    /** A convolution of stride 1 with neither bias nor batch normalization, in groups of channels. */
    public Value bare(String name, Value x, int channels, int kernel, int groups) {
        Parameter weight = taken(name + ".weight", channels, x.channels() / groups, kernel, kernel);
        Parameter none = parameter(name + ".bias", new float[channels], channels);
        return graph.convolution(x, new Convolution(weight, none, 1, kernel / 2, groups));
    }

    /** A convolution of stride 1 with a bias and the batch normalization behind it. */
    public Value biasedNormalized(String name, String norm, Value x, int channels, int kernel, int dilation) {
        int[] shape = {channels, x.channels(), kernel, kernel};
        float[] weight = weights.take(name + ".weight", shape);
        float[] bias = weights.take(name + ".bias", channels);
        BatchNorm folded = BatchNorm.take(weights, norm, channels, epsilon);
        folded.scale(weight, weight.length / channels);
        return graph.convolution(x, new Convolution(parameter(name + ".weight", weight, shape),
                parameter(name + ".bias", folded.bias(bias), channels), 1, kernel / 2 * dilation, dilation, 1));
    }

    /** A convolution without bias and the batch normalization behind it. */
    public Value convolution(String name, String norm, Value x, int channels, int kernel, int stride) {
        return convolution(name, norm, x, channels, kernel, stride, 1, 1);
    }

    /** As {@link #convolution(String, String, Value, int, int, int)}, with each channel on its own. */
    public Value depthwise(String name, String norm, Value x, int kernel, int stride) {
        return convolution(name, norm, x, x.channels(), kernel, stride, 1, x.channels());
    }

    /** As {@link #depthwise}, of stride 1 and dilated. */
    public Value dilatedDepthwise(String name, String norm, Value x, int kernel, int dilation) {
        return convolution(name, norm, x, x.channels(), kernel, 1, dilation, x.channels());
    }

    private Value convolution(String name, String norm, Value x, int channels, int kernel, int stride, int dilation,
            int groups) {
        int[] shape = {channels, x.channels() / groups, kernel, kernel};
        float[] weight = weights.take(name + ".weight", shape);
        BatchNorm folded = BatchNorm.take(weights, norm, channels, epsilon);
        folded.scale(weight, weight.length / channels);
        return graph.convolution(x, new Convolution(parameter(name + ".weight", weight, shape),
                parameter(name + ".bias", folded.bias(), channels), stride, kernel / 2 * dilation, dilation,
                groups));
    }

    /** A transposed convolution of kernel 4 and stride 2, which doubles the sides, and the batch normalization behind it. */
    public Value doubling(String name, String norm, Value x, int channels) {
        int kernel = 4;
        int[] shape = {x.channels(), channels, kernel, kernel};
        float[] weight = weights.take(name + ".weight", shape);
        BatchNorm folded = BatchNorm.take(weights, norm, channels, epsilon);
        folded.scale(weight, kernel * kernel);
        return graph.transposedConvolution(x, new TransposedConvolution(parameter(name + ".weight", weight, shape),
                parameter(name + ".bias", folded.bias(), channels), 2, 1));
    }

    /** A fully connected layer that is called once. */
    public Value linear(String name, Value x, int outputs) {
        return graph.linear(x, linear(name, x.side(1), outputs));
    }

    /** The weights of a fully connected layer, to be called as often as one likes. */
    public Linear linear(String name, int inputs, int outputs) {
        return new Linear(taken(name + ".weight", outputs, inputs), taken(name + ".bias", outputs));
    }

    /** A tensor as it is. */
    public Parameter taken(String name, int... shape) {
        return parameter(name, weights.take(name, shape), shape);
    }

    /**
     * The finished graph.
     *
     * @throws org.posescope.error.UserException when weights are left over
     */
    public Graph build() {
        weights.requireAllTaken();
        return graph.build();
    }

    private static Parameter parameter(String name, float[] data, int... shape) {
        List<Integer> sides = Arrays.stream(shape).boxed().toList();
        return new Parameter(name, data, sides);
    }
}
