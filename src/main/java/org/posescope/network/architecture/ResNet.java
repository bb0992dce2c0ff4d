package org.posescope.network.architecture;

import java.util.List;
import java.util.stream.IntStream;

import org.posescope.network.graph.GraphBuilder;
import org.posescope.network.graph.Value;
import org.posescope.network.weights.Layers;

/**
 * The residual network of He et al. 2016, "Deep Residual Learning for Image Recognition", up to its last feature map, 1/32 of the
 * picture; keys as in torchvision's {@code models/resnet.py}, with the stride of a bottleneck in its 3x3 layer.
 *
 * @param bottleneck whether blocks are of three layers, with four times the channels at their end
 * @param blocks     in each of the four stages
 */
record ResNet(boolean bottleneck, List<Integer> blocks) {
    private static final int STAGES = 4;
    private static final int WIDTH = 64;
    private static final int EXPANSION = 4;

    /** The encoder that the weights hold. */
    static ResNet of(Keys keys) {
        List<Integer> blocks = IntStream.rangeClosed(1, STAGES)
                .mapToObj(stage -> keys.count("layer" + stage + ".", ".conv1.weight")).toList();
        return new ResNet(keys.has("layer1.0.conv3.weight"), blocks);
    }

    /** Number of its layers with weights as its name has it (with the final one for classes): 18, 34, 50, 101, 152. */
    int depth() {
        return 2 + (bottleneck ? 3 : 2) * blocks.stream().mapToInt(Integer::intValue).sum();
    }

    Value encode(Layers layers, Value picture) {
        GraphBuilder graph = layers.graph();
        Value x = graph.relu(layers.convolution("conv1", "bn1", picture, WIDTH, 7, 2));
        x = graph.maxPool(x, 3, 2);
        for (int stage = 0; stage < STAGES; stage++) {
            for (int block = 0; block < blocks.get(stage); block++) {
                int stride = stage > 0 && block == 0 ? 2 : 1;
                String name = "layer" + (stage + 1) + "." + block;
                x = bottleneck
                        ? bottleneck(layers, name, x, WIDTH << stage, stride)
                        : basic(layers, name, x, WIDTH << stage, stride);
            }
        }
        return x;
    }

    /** Two 3x3 convolutions beside a shortcut. */
    static Value basic(Layers layers, String name, Value x, int width, int stride) {
        GraphBuilder graph = layers.graph();
        Value y = graph.relu(layers.convolution(name + ".conv1", name + ".bn1", x, width, 3, stride));
        y = layers.convolution(name + ".conv2", name + ".bn2", y, width, 3, 1);
        return graph.relu(graph.add(y, shortcut(layers, name, x, width, stride)));
    }

    /** A 3x3 convolution between two 1x1 that narrow and widen, beside a shortcut. */
    static Value bottleneck(Layers layers, String name, Value x, int width, int stride) {
        GraphBuilder graph = layers.graph();
        Value y = graph.relu(layers.convolution(name + ".conv1", name + ".bn1", x, width, 1, 1));
        y = graph.relu(layers.convolution(name + ".conv2", name + ".bn2", y, width, 3, stride));
        y = layers.convolution(name + ".conv3", name + ".bn3", y, width * EXPANSION, 1, 1);
        return graph.relu(graph.add(y, shortcut(layers, name, x, width * EXPANSION, stride)));
    }

    private static Value shortcut(Layers layers, String name, Value x, int channels, int stride) {
        return stride == 1 && x.channels() == channels
                ? x
                : layers.convolution(name + ".downsample.0", name + ".downsample.1", x, channels, 1, stride);
    }
}
