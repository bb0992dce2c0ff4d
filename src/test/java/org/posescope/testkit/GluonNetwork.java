package org.posescope.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * GluonCV's SimplePose of variant D with one block in each stage, told a second time: which parameters it has, by the names of
 * {@code Block.save_parameters}, and what it computes (gluoncv/model_zoo/resnetv1b.py with {@code deep_stem} and {@code avg_down}).
 */
public final class GluonNetwork {
    private static final int[] WIDTHS = {64, 128, 256, 512};
    private static final int FILTERS = 256;
    private static final int POINTS = 17;

    private final boolean bottleneck;
    private final Map<String, float[]> parameters = new LinkedHashMap<>();
    private final Map<String, int[]> shapes = new LinkedHashMap<>();
    private final FillFormula formula = new FillFormula("", 1);

    /** @param bottleneck whether blocks are of three layers */
    public GluonNetwork(boolean bottleneck) {
        this.bottleneck = bottleneck;
        compute(new double[3][64][64]);
    }

    public MxnetFile file() {
        MxnetFile file = new MxnetFile(MxnetFile.Version.V2);
        parameters.forEach((name, values) -> file.add(name, values, shapes.get(name)));
        return file;
    }

    /** Heatmaps of a picture of 64x64 pixels; parameters are made up when they are first met. */
    public double[][][] compute(double[][][] picture) {
        double[][][] x = normalized("resnet.0.1", convolution("resnet.0.0", picture, 32, 3, 2));
        x = normalized("resnet.0.4", convolution("resnet.0.3", PlainLayers.relu(x), 32, 3, 1));
        x = normalized("resnet.1", convolution("resnet.0.6", PlainLayers.relu(x), 64, 3, 1));
        x = PlainLayers.maxPool(PlainLayers.relu(x));
        for (int stage = 0; stage < WIDTHS.length; stage++) {
            x = block("resnet." + (4 + stage) + ".0", x, WIDTHS[stage], stage == 0 ? 1 : 2);
        }
        for (int i = 0; i < 3; i++) {
            String name = "deconv_layers." + 3 * i + ".weight";
            float[] weight = parameter(name, "deconv_weight", x.length, FILTERS, 4, 4);
            x = PlainLayers.relu(normalized("deconv_layers." + (3 * i + 1), PlainLayers.doubling(x, weight, FILTERS)));
        }
        return PlainLayers.withBias(convolution("final_layer", x, POINTS, 1, 1),
                parameter("final_layer.bias", "bias", POINTS));
    }

    private double[][][] block(String name, double[][][] x, int width, int stride) {
        double[][][] y = bottleneck ? three(name, x, width, stride) : two(name, x, width, stride);
        double[][][] shortcut = x;
        if (stride > 1 || y.length != x.length) {
            double[][][] averaged = stride > 1 ? PlainLayers.averagePool(x) : x;
            shortcut = normalized(name + ".downsample.2",
                    convolution(name + ".downsample.1", averaged, y.length, 1, 1));
        }
        return PlainLayers.relu(PlainLayers.add(y, shortcut));
    }

    private double[][][] two(String name, double[][][] x, int width, int stride) {
        double[][][] y = normalized(name + ".bn1", convolution(name + ".conv1", x, width, 3, stride));
        return normalized(name + ".bn2", convolution(name + ".conv2", PlainLayers.relu(y), width, 3, 1));
    }

    private double[][][] three(String name, double[][][] x, int width, int stride) {
        double[][][] y = normalized(name + ".bn1", convolution(name + ".conv1", x, width, 1, 1));
        y = normalized(name + ".bn2", convolution(name + ".conv2", PlainLayers.relu(y), width, 3, stride));
        return normalized(name + ".bn3", convolution(name + ".conv3", PlainLayers.relu(y), 4 * width, 1, 1));
    }

    private double[][][] convolution(String name, double[][][] x, int channels, int kernel, int stride) {
        float[] weight = parameter(name + ".weight", "conv_weight", channels, x.length, kernel, kernel);
        return PlainLayers.convolution(x, weight, channels, kernel, stride, kernel / 2);
    }

    private double[][][] normalized(String name, double[][][] x) {
        return PlainLayers.batchNorm(x, parameter(name + ".gamma", "bn_weight", x.length),
                parameter(name + ".beta", "bn_bias", x.length),
                parameter(name + ".running_mean", "bn_running_mean", x.length),
                parameter(name + ".running_var", "bn_running_var", x.length));
    }

    private float[] parameter(String name, String kind, int... shape) {
        shapes.putIfAbsent(name, shape);
        return parameters.computeIfAbsent(name, any -> formula.values(new WeightSpec(name, kind, shape)));
    }
}
