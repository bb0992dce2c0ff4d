package org.posescope.network.weights;

/**
 * Batch normalization in inference (Ioffe and Szegedy 2015): {@code y = scale * x + shift} for each channel, which the layer
 * before it can do. Computed in double precision, so that folding rounds once.
 */
final class BatchNorm {
    private final double[] scale;
    private final double[] shift;

    private BatchNorm(double[] scale, double[] shift) {
        this.scale = scale;
        this.shift = shift;
    }

    /** @param epsilon is added to the variance; PyTorch's default is 1e-5, YOLOX uses 1e-3 */
    static BatchNorm take(Weights weights, String name, int channels, double epsilon) {
        float[] gamma = weights.take(name + "." + weights.naming().scale(), channels);
        float[] beta = weights.take(name + "." + weights.naming().shift(), channels);
        float[] mean = weights.take(name + ".running_mean", channels);
        float[] variance = weights.take(name + ".running_var", channels);
        weights.skip(name + ".num_batches_tracked");
        double[] scale = new double[channels];
        double[] shift = new double[channels];
        for (int c = 0; c < channels; c++) {
            scale[c] = gamma[c] / Math.sqrt(variance[c] + epsilon);
            shift[c] = beta[c] - mean[c] * scale[c];
        }
        return new BatchNorm(scale, shift);
    }

    /**
     * Scales weights in place.
     *
     * @param inner length of what follows the channel axis
     */
    void scale(float[] weight, int inner) {
        for (int i = 0; i < weight.length; i++) {
            weight[i] = (float) (weight[i] * scale[i / inner % scale.length]);
        }
    }

    float[] bias() {
        return bias(new float[shift.length]);
    }

    /** The bias that is left of a layer with a bias of its own. */
    float[] bias(float[] own) {
        float[] bias = new float[shift.length];
        for (int c = 0; c < bias.length; c++) {
            bias[c] = (float) (own[c] * scale[c] + shift[c]);
        }
        return bias;
    }
}
