package org.posescope.network.int8;

import java.util.List;
import java.util.Optional;

import org.posescope.network.onnx.edit.OnnxOperator;

/**
 * An operator that computes in integers, together with the activation behind it, which limiting the codes replaces.
 *
 * @param activation a ReLU, or a clip from zero on
 */
record Unit(OnnxOperator operator, Optional<OnnxOperator> activation, Kind kind) {
    enum Kind {
        /** A layer with weights. */
        WEIGHTED,
        /** Computes new numbers from arrays. */
        COMBINING,
        /** Takes numbers of its first input to other places, so that their codes stay the same. */
        MOVING,
        /** Puts arrays together that nobody else takes, so that they can have the scale of the whole. */
        JOINING
    }

    /** The array that comes out of it in the end. */
    String output() {
        return activation.orElse(operator).output();
    }

    /** The arrays that are not constant. */
    List<String> inputs() {
        return switch (kind) {
            case WEIGHTED, MOVING -> List.of(operator.inputs().getFirst());
            case COMBINING, JOINING -> operator.inputs();
        };
    }
}
