package org.posescope.network.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * What flows between two operations.
 *
 * @param id    unique in its graph
 * @param sides of the axes from 1 on; axis 0 is the batch
 */
public record Value(int id, List<Integer> sides) {
    public Value {
        sides = List.copyOf(sides);
    }

    /** Number of axes, the batch among them. */
    public int rank() {
        return sides.size() + 1;
    }

    /**
     * Length of an axis.
     *
     * @param axis from 1
     */
    public int side(int axis) {
        return sides.get(axis - 1);
    }

    /** Length of axis 1 of a picture-like value. */
    public int channels() {
        return side(1);
    }

    /** The sides with that of one axis replaced. */
    List<Integer> withSide(int axis, int side) {
        List<Integer> changed = new ArrayList<>(sides);
        changed.set(axis - 1, side);
        return changed;
    }
}
