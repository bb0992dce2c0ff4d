package org.posescope.network.architecture;

import org.posescope.network.graph.GraphBuilder;
import org.posescope.network.graph.Value;

/**
 * Rotation matrices from their first two columns before these were made orthonormal (Zhou et al. 2019, "On the Continuity of
 * Rotation Representations in Neural Networks", section B), interleaved as in SPIN's {@code utils/geometry.py}.
 */
final class SixD {
    private static final int ROWS = 2;
    private static final int COLUMNS = 3;

    private SixD() {}

    /** (batch, 6 * joints) to (batch, joints, 3, 3), row by row. */
    static Value rotations(GraphBuilder graph, Value sixD, int joints) {
        Value pairs = graph.reshape(sixD, joints, 3, 2);
        Value first = graph.normalize(graph.slice(pairs, COLUMNS, 0, 1), ROWS);
        Value given = graph.slice(pairs, COLUMNS, 1, 2);
        Value along = graph.multiply(first, graph.sum(graph.multiply(first, given), ROWS));
        Value second = graph.normalize(graph.subtract(given, along), ROWS);
        return graph.concat(COLUMNS, first, second, cross(graph, first, second));
    }

    private static Value cross(GraphBuilder graph, Value a, Value b) {
        return graph.subtract(graph.multiply(turned(graph, a, 1), turned(graph, b, 2)),
                graph.multiply(turned(graph, a, 2), turned(graph, b, 1)));
    }

    /** (x, y, z) as (y, z, x) or, for two places, (z, x, y). */
    private static Value turned(GraphBuilder graph, Value vector, int places) {
        return graph.concat(ROWS, graph.slice(vector, ROWS, places, 3), graph.slice(vector, ROWS, 0, places));
    }
}
