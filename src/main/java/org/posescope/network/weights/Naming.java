package org.posescope.network.weights;

import java.util.function.UnaryOperator;

/**
 * How a file names tensors where it does otherwise than PyTorch, whose names the networks here are written with.
 *
 * @param place of a tensor in the file, from its name in PyTorch but for the last part
 * @param scale last part of the name of a normalization's factor, in the literature gamma
 * @param shift last part of the name of a normalization's summand, beta
 */
public record Naming(UnaryOperator<String> place, String scale, String shift) {
    /** PyTorch's own. */
    public static final Naming PYTORCH = new Naming(UnaryOperator.identity(), "weight", "bias");
}
