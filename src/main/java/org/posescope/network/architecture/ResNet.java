package org.posescope.network.architecture;

import java.util.List;
import java.util.stream.IntStream;

import org.posescope.network.graph.GraphBuilder;
import org.posescope.network.graph.Value;
import org.posescope.network.weights.WeightedLayers;

/**
 * The residual network of He et al. 2016, "Deep Residual Learning for Image Recognition", up to its last feature map, 1/32 of the
 * picture; keys as in torchvision's {@code models/resnet.py}, with the stride of a bottleneck in its 3x3 layer. Variant D of He et
 * al. 2019, "Bag of Tricks for Image Classification with Convolutional Neural Networks", begins with three layers of 3x3 in place of
 * one of 7x7 and shortens shortcuts by means of four pixels; its keys count the layers of a stem and of a shortcut one by one.
 *
 * @param bottleneck whether blocks are of three layers, with four times the channels at their end
 * @param blocks     in each of the four stages
 * @param variantD   whether it is that variant
 */
record ResNet(boolean bottleneck, List<Integer> blocks, boolean variantD) {
    private static final int STAGES = 4;
    private static final int WIDTH = 64;
    private static final int EXPANSION = 4;

    /** The encoder that the weights hold. */
    static ResNet of(StateKeys keys) {
        List<Integer> blocks = IntStream.rangeClosed(1, STAGES)
                .mapToObj(stage -> keys.count("layer" + stage + ".", ".conv1.weight")).toList();
        return new ResNet(keys.has("layer1.0.conv3.weight"), blocks, keys.has("conv1.0.weight"));
    }

    /** Number of its layers with weights as its name has it (with the final one for classes): 18, 34, 50, 101, 152. */
    int depth() {
        return 2 + (bottleneck ? 3 : 2) * blocks.stream().mapToInt(Integer::intValue).sum();
    }

    Value encode(WeightedLayers layers, Value picture) {
        GraphBuilder graph = layers.graph();
        Shortcut shortcut = variantD ? ResNet::averagedShortcut : ResNet::shortcut;
        Value x = variantD
                ? deepStem(layers, picture)
                : graph.relu(layers.convolution("conv1", "bn1", picture, WIDTH, 7, 2));
        x = graph.maxPool(x, 3, 2);
        for (int stage = 0; stage < STAGES; stage++) {
            for (int block = 0; block < blocks.get(stage); block++) {
                int stride = stage > 0 && block == 0 ? 2 : 1;
                String name = "layer" + (stage + 1) + "." + block;
                x = bottleneck
                        ? bottleneck(layers, name, x, WIDTH << stage, stride, shortcut)
                        : basic(layers, name, x, WIDTH << stage, stride, shortcut);
            }
        }
        return x;
    }

    private static Value deepStem(WeightedLayers layers, Value picture) {
        GraphBuilder graph = layers.graph();
        Value x = graph.relu(layers.convolution("conv1.0", "conv1.1", picture, WIDTH / 2, 3, 2));
        x = graph.relu(layers.convolution("conv1.3", "conv1.4", x, WIDTH / 2, 3, 1));
        return graph.relu(layers.convolution("conv1.6", "bn1", x, WIDTH, 3, 1));
    }

    /** Two 3x3 convolutions beside a shortcut. */
    static Value basic(WeightedLayers layers, String name, Value x, int width, int stride) {
        return basic(layers, name, x, width, stride, ResNet::shortcut);
    }

    /** A 3x3 convolution between two 1x1 that narrow and widen, beside a shortcut. */
    static Value bottleneck(WeightedLayers layers, String name, Value x, int width, int stride) {
        return bottleneck(layers, name, x, width, stride, ResNet::shortcut);
    }

    /** What leads past the layers of a block. */
    private interface Shortcut {
        Value of(WeightedLayers layers, String name, Value x, int channels, int stride);
    }

    private static Value basic(WeightedLayers layers, String name, Value x, int width, int stride, Shortcut shortcut) {
        GraphBuilder graph = layers.graph();
        Value y = graph.relu(layers.convolution(name + ".conv1", name + ".bn1", x, width, 3, stride));
        y = layers.convolution(name + ".conv2", name + ".bn2", y, width, 3, 1);
        return graph.relu(graph.add(y, shortcut.of(layers, name, x, width, stride)));
    }

    private static Value bottleneck(WeightedLayers layers, String name, Value x, int width, int stride,
            Shortcut shortcut) {
        GraphBuilder graph = layers.graph();
        Value y = graph.relu(layers.convolution(name + ".conv1", name + ".bn1", x, width, 1, 1));
        y = graph.relu(layers.convolution(name + ".conv2", name + ".bn2", y, width, 3, stride));
        y = layers.convolution(name + ".conv3", name + ".bn3", y, width * EXPANSION, 1, 1);
        return graph.relu(graph.add(y, shortcut.of(layers, name, x, width * EXPANSION, stride)));
    }

    private static Value shortcut(WeightedLayers layers, String name, Value x, int channels, int stride) {
        return stride == 1 && x.channels() == channels
                ? x
                : layers.convolution(name + ".downsample.0", name + ".downsample.1", x, channels, 1, stride);
    }

    private static Value averagedShortcut(WeightedLayers layers, String name, Value x, int channels, int stride) {
        if (stride == 1 && x.channels() == channels) {
            return x;
        }
        Value averaged = stride == 1 ? x : layers.graph().averagePool(x, stride);
        return layers.convolution(name + ".downsample.1", name + ".downsample.2", averaged, channels, 1, 1);
    }
}
