package org.posescope.network.architecture;

import org.posescope.network.graph.GraphBuilder;
import org.posescope.network.graph.Value;
import org.posescope.network.weights.WeightedLayers;

/**
 * The blocks that YOLOX is made of ({@code yolox/models/network_blocks.py}).
 *
 * @param depthwise whether 3x3 convolutions are a depthwise and a 1x1 convolution each
 */
record YoloxLayers(WeightedLayers layers, boolean depthwise) {
    /** Each square of four pixels becomes one with four times the channels, left column first. */
    Value focus(Value x) {
        GraphBuilder graph = layers.graph();
        return graph.concat(1, graph.everySecondPixel(x, 0, 0), graph.everySecondPixel(x, 1, 0),
                graph.everySecondPixel(x, 0, 1), graph.everySecondPixel(x, 1, 1));
    }

    /** Convolution, normalization, activation. */
    Value dense(String name, Value x, int channels, int kernel, int stride) {
        Value y = layers.convolution(name + ".conv", name + ".bn", x, channels, kernel, stride);
        return layers.graph().silu(y);
    }

    /** A 3x3 convolution of the kind that the network uses. */
    Value convolution(String name, Value x, int channels, int stride) {
        if (!depthwise) {
            return dense(name, x, channels, 3, stride);
        }
        Value y = layers.graph().silu(layers.depthwise(name + ".dconv.conv", name + ".dconv.bn", x, 3, stride));
        return dense(name + ".pconv", y, channels, 1, 1);
    }

    /** A 3x3 convolution that halves the sides. */
    Value downsampled(String name, Value x, int channels) {
        return convolution(name, x, channels, 2);
    }

    /** A cross-stage partial block (Wang et al. 2020, "CSPNet"): half of the channels pass by the bottlenecks. */
    Value csp(String name, Value x, int channels, int bottlenecks, boolean shortcut) {
        int hidden = channels / 2;
        Value deep = dense(name + ".conv1", x, hidden, 1, 1);
        Value shallow = dense(name + ".conv2", x, hidden, 1, 1);
        for (int i = 0; i < bottlenecks; i++) {
            Value y = dense(name + ".m." + i + ".conv1", deep, hidden, 1, 1);
            y = convolution(name + ".m." + i + ".conv2", y, hidden, 1);
            deep = shortcut ? layers.graph().add(y, deep) : y;
        }
        return dense(name + ".conv3", layers.graph().concat(1, deep, shallow), channels, 1, 1);
    }

    /** Spatial pyramid pooling (He et al. 2015): the picture beside its maxima in growing windows. */
    Value spatialPyramid(String name, Value x) {
        GraphBuilder graph = layers.graph();
        Value y = dense(name + ".conv1", x, x.channels() / 2, 1, 1);
        Value pyramid = graph.concat(1, y, graph.maxPool(y, 5, 1), graph.maxPool(y, 9, 1), graph.maxPool(y, 13, 1));
        return dense(name + ".conv2", pyramid, x.channels(), 1, 1);
    }
}
