package org.posescope.network.architecture;

import java.util.Optional;

import org.posescope.network.weights.Naming;

/**
 * {@link SimplePose} as GluonCV publishes it for MXNet ({@code simple_pose_resnet*_v1b} and {@code _v1d}): the same layers, and epsilon
 * of normalizations, named by their place in the encoder. Keys of github.com/dmlc/gluon-cv,
 * {@code gluoncv/model_zoo/simple_pose/simple_pose_resnet.py} and {@code resnetv1b.py}.
 */
final class GluonSimplePose implements Architecture {
    private static final String ENCODER = "resnet.";
    private static final String STAGE = "layer";
    /** The stem is a convolution, a normalization, an activation and a pooling; the first stage comes fifth. */
    private static final int BEFORE_STAGES = 3;
    private static final Naming NAMING = new Naming(GluonSimplePose::place, "gamma", "beta");

    private final SimplePose network = new SimplePose();

    @Override
    public Optional<Blueprint> recognise(Keys keys) {
        return network.recognise(keys.named(NAMING)).map(GluonSimplePose::taken);
    }

    private static Blueprint taken(Blueprint pytorch) {
        return new Blueprint(pytorch.id(), pytorch.title(), pytorch.task(), pytorch.input(), pytorch.decoder(),
                pytorch.skeleton(), "Apache-2.0", weights -> pytorch.build(weights.named(NAMING)));
    }

    private static String place(String name) {
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
}
