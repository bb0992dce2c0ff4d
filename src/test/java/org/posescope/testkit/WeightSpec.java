package org.posescope.testkit;

import java.util.Arrays;

/**
 * A tensor of a network before it is filled.
 *
 * @param kind as shared/fixtures/README.md has it, for example {@code conv_weight}
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record WeightSpec(String name, String kind, int[] shape) {
    /** Whether it counts batches; such a one stays 0. */
    public boolean isCount() {
        return kind.equals("bn_num_batches_tracked");
    }

    public int size() {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    /** Numbers that each output is the sum of. */
    double fanIn() {
        int kernel = shape.length == 4 ? shape[2] * shape[3] : 1;
        // Transposed convolutions here have a stride of 2.
        return (double) shape[1] * kernel / (kind.equals("deconv_weight") ? 4 : 1);
    }

    public WeightSpec named(String otherName) {
        return new WeightSpec(otherName, kind, shape);
    }

    public WeightSpec shaped(int... otherShape) {
        return new WeightSpec(name, kind, otherShape);
    }
}
