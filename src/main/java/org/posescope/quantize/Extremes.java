package org.posescope.quantize;

import java.nio.FloatBuffer;

import org.posescope.network.int8.Range;
import org.posescope.tensor.Tensor;

/** The smallest and largest number that was seen in an array. */
final class Extremes {
    private float least = Float.POSITIVE_INFINITY;
    private float greatest = Float.NEGATIVE_INFINITY;

    /** @throws ArithmeticException when a number is not finite */
    void add(Tensor seen) {
        FloatBuffer data = seen.data();
        for (int i = 0; i < seen.size(); i++) {
            float number = data.get(i);
            if (!Float.isFinite(number)) {
                throw new ArithmeticException("a number is not finite");
            }
            least = Math.min(least, number);
            greatest = Math.max(greatest, number);
        }
    }

    Range range() {
        return Range.of(least, greatest);
    }
}
