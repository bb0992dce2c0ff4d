package org.posescope.detect;

import org.posescope.pose.Box;

/** The notations in which YOLOX networks say their boxes, four numbers each. */
public enum YoloxBoxes {
    /** As the last layer gives them: the centre's offset from the cell and the logarithm of the sides, both in cells. */
    IN_CELLS {
        @Override
        Box box(float[] data, int at, int column, int row, int stride) {
            return centered((data[at] + column) * stride, (data[at + 1] + row) * stride,
                    (float) Math.exp(data[at + 2]) * stride, (float) Math.exp(data[at + 3]) * stride);
        }
    },
    /** Centre and sides in pixels of the input. */
    IN_PIXELS {
        @Override
        Box box(float[] data, int at, int column, int row, int stride) {
            return centered(data[at], data[at + 1], data[at + 2], data[at + 3]);
        }
    };

    /**
     * The box in pixels of the input.
     *
     * @param at where its four numbers begin
     */
    abstract Box box(float[] data, int at, int column, int row, int stride);

    private static Box centered(float x, float y, float width, float height) {
        return Box.ofCorners(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
    }
}
