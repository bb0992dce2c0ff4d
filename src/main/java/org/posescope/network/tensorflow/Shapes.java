package org.posescope.network.tensorflow;

import java.util.List;
import java.util.regex.Pattern;

import org.posescope.network.graph.Value;
import org.posescope.tensor.Quoted;

/** What shapes and names out of a file have to be; each check is an {@link IllegalArgumentException} where they are not. */
final class Shapes {
    /** More numbers than any tensor of a network that runs in real time has. */
    private static final int MOST_ELEMENTS = 1 << 27;

    /** Names become part of other files, some of which are programs. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_./:-]{1,200}");

    private Shapes() {}

    static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("an input or output named " + Quoted.of(name));
        }
    }

    /** The axis counted from the front, the batch's being none. */
    static int requireAxis(Operand x, int axis) {
        int counted = axis < 0 ? axis + x.rank() : axis;
        if (counted < 1 || counted >= x.rank()) {
            throw new IllegalArgumentException("axis " + axis + " of " + x.sides());
        }
        return counted;
    }

    static void requireRank(Operand x, int rank) {
        if (x.rank() != rank) {
            throw new IllegalArgumentException(x.sides() + " has not " + (rank - 1) + " sides");
        }
    }

    static void requireSameBut(int axis, Value a, Value b) {
        for (int other = 1; other < a.rank(); other++) {
            if (other != axis && a.side(other) != b.side(other)) {
                throw new IllegalArgumentException(a.sides() + " and " + b.sides() + " do not fit together");
            }
        }
    }

    static int requireSide(int side) {
        if (side < 0 || side > MOST_ELEMENTS) {
            throw new IllegalArgumentException("a side of " + side);
        }
        return side;
    }

    static void requireModest(List<Integer> sides) {
        long elements = 1;
        for (int side : sides) {
            elements = side < 1 ? MOST_ELEMENTS + 1L : elements * side;
            if (elements > MOST_ELEMENTS) {
                throw new IllegalArgumentException("a tensor of " + sides);
            }
        }
    }
}
