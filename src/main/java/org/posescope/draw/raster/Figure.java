package org.posescope.draw.raster;

/**
 * A figure by its signed distance in pixels: negative inside, positive outside. The sets {@code distance <= level} are
 * convex for every level, so each row cuts them in one interval. Figures are reused and changed in place, so that drawing
 * allocates nothing.
 */
interface Figure {
    /**
     * Part 0..1 of each pixel of a row where {@code near <= distance <= far}; exact where the figure's border is straight,
     * and right on average where it is round.
     *
     * @param from first column
     * @param to   last column
     * @param out  takes the results from its position 0 on
     */
    void covered(int row, int from, int to, double near, double far, float[] out);

    /** Where the row at {@code y} enters {@code distance <= level}; positive infinity when it does not. */
    double left(double y, double level);

    /** Where the row leaves it; negative infinity when it was never inside. */
    double right(double y, double level);

    /** Distance from the border beyond which no pixel is covered in part. */
    double reach();

    /** Smallest y of {@code distance <= 0}. */
    double top();

    double bottom();
}
