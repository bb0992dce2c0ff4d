package org.posescope.draw.mesh;

/**
 * The edge function of one side of a triangle in fixed-point pixels: not negative inside. A sample on the border belongs to
 * the triangle only where the side is a top or a left one, so that it belongs to one of two neighbours.
 */
final class Edge {
    private static final int UNITS = ShadedVertices.UNITS;

    /** Value at the middle of the pixel that {@link #set} was given. */
    long start;
    long perColumn;
    long perRow;
    /** What to add at each of the four samples of a pixel. */
    final long[] offsets = new long[SampleBuffer.SAMPLES];
    /** The greatest of these: where even that leaves the value negative, no sample is inside. */
    long reach;

    /** The side from one vertex to another of a triangle that runs clockwise on the screen. */
    void set(ShadedVertices v, int from, int to, int column, int row) {
        long dx = (long) v.screenX[to] - v.screenX[from];
        long dy = (long) v.screenY[to] - v.screenY[from];
        boolean topOrLeft = dy < 0 || (dy == 0 && dx > 0);
        long px = (long) column * UNITS + UNITS / 2 - v.screenX[from];
        long py = (long) row * UNITS + UNITS / 2 - v.screenY[from];
        start = dx * py - dy * px - (topOrLeft ? 0 : 1);
        perColumn = -dy * UNITS;
        perRow = dx * UNITS;
        reach = Long.MIN_VALUE;
        for (int s = 0; s < SampleBuffer.SAMPLES; s++) {
            offsets[s] = dx * (int) (SamplePattern.y(s) * UNITS) - dy * (int) (SamplePattern.x(s) * UNITS);
            reach = Math.max(reach, offsets[s]);
        }
    }
}
