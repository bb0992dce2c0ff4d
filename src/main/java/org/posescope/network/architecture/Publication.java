package org.posescope.network.architecture;

import org.posescope.model.InputSpec.ColorOrder;
import org.posescope.network.weights.Naming;

/**
 * What somebody who publishes weights of a network adds to what its paper says.
 *
 * @param naming    of the tensors in the file
 * @param order     of the channels that it was trained on; each is normalized by ImageNet's mean and deviation for the place it has
 * @param license   of code and weights
 * @param first     behind the number of layers of a {@link ResNet} in the network's name
 * @param variantD  likewise, for that variant
 */
record Publication(Naming naming, ColorOrder order, String license, String first, String variantD) {
    /**
     * github.com/microsoft/human-pose-estimation.pytorch, which reads pictures with OpenCV and leaves blue in front
     * ({@code lib/dataset/JointsDataset.py}); deep-high-resolution-net.pytorch trains them in the same way ({@code COLOR_RGB: false}).
     */
    static final Publication MICROSOFT = new Publication(Naming.PYTORCH, ColorOrder.BGR, "MIT", "", "d");

    /**
     * github.com/dmlc/gluon-cv, {@code gluoncv/model_zoo/simple_pose/simple_pose_resnet.py} and {@code resnetv1b.py}: the same layers and
     * epsilon of normalizations, named by their place in the encoder.
     */
    static final Publication GLUON_CV = new Publication(new Naming(Publication::gluonPlace, "gamma", "beta"),
            ColorOrder.RGB, "Apache-2.0", "-v1b", "-v1d");

    private static final String ENCODER = "resnet.";
    private static final String STAGE = "layer";
    /** The stem is a convolution, a normalization, an activation and a pooling; the first stage comes fifth. */
    private static final int BEFORE_STAGES = 3;

    private static String gluonPlace(String name) {
        int dot = name.indexOf('.');
        String first = name.substring(0, dot);
        String rest = name.substring(dot);
        return switch (first) {
            case "conv1" -> ENCODER + 0 + rest;
            case "bn1" -> ENCODER + 1 + rest;
            default -> first.startsWith(STAGE)
                    ? ENCODER + (BEFORE_STAGES + Integer.parseInt(first.substring(STAGE.length()))) + rest
                    : name;
        };
    }

    /** Number of layers and variant, for example {@code 50-v1d}. */
    String label(ResNet encoder) {
        return encoder.depth() + (encoder.variantD() ? variantD : first);
    }
}
