package org.posescope.workshop.body;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.posescope.workshop.body.skin.SkinWeights;

/**
 * Numbers the vertices so that those which move together have neighbouring numbers: left arm, chest, right arm, head, trunk,
 * legs. The pose blend shapes of a joint are then zero outside a short range.
 */
final class VertexOrder {
    private static final List<Integer> JOINTS = List.of(22, 20, 18, 16, 13, 9, 14, 17, 19, 21, 23, 15, 12, 6, 3, 0, 1,
            4,
            7, 10, 2, 5, 8, 11);

    private VertexOrder() {}

    /** The present number of each new vertex. */
    static int[] of(SkinWeights weights, int vertices) {
        return IntStream.range(0, vertices).boxed()
                .sorted(Comparator.comparingInt(v -> JOINTS.indexOf(weights.strongest(v))))
                .mapToInt(Integer::intValue).toArray();
    }
}
