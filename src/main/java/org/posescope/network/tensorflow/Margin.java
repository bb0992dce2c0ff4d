package org.posescope.network.tensorflow;

import java.util.List;

/**
 * A border around a value that is not drawn yet, because the layer behind it can most often do that itself.
 *
 * @param before for each axis of the value from 1 on, how much comes before its first place
 * @param after  likewise behind its last
 * @param value  of the border
 */
record Margin(List<Integer> before, List<Integer> after, float value) {
    private static final int ROWS = 2;
    private static final int COLUMNS = 3;
    /** Among the axes from 1 on. */
    private static final List<Integer> PICTURE = List.of(ROWS - 1, COLUMNS - 1);

    Margin {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** One around pictures. */
    static Margin around(int top, int bottom, int left, int right, float value) {
        return new Margin(List.of(0, top, left), List.of(0, bottom, right), value);
    }

    /** Whether it adds nothing. */
    boolean isEmpty() {
        return before.stream().allMatch(side -> side == 0) && after.stream().allMatch(side -> side == 0);
    }

    /** Whether it is around the pixels alone, equally wide on all four sides. */
    boolean isEven() {
        return before.equals(after) && before.size() == COLUMNS && before.getFirst() == 0
                && PICTURE.stream().map(before::get).distinct().count() == 1;
    }

    /** The width of an even one. */
    int width() {
        return before.getLast();
    }

    /** What an axis of the value grows by. */
    int along(int axis) {
        return before.get(axis - 1) + after.get(axis - 1);
    }

    /** Of the value with its axes in another order; see {@link org.posescope.network.graph.Operation.Permute}. */
    Margin permuted(List<Integer> axes) {
        return new Margin(axes.stream().map(axis -> before.get(axis - 1)).toList(),
                axes.stream().map(axis -> after.get(axis - 1)).toList(), value);
    }
}
