package org.posescope.draw.raster;

/** The exact part of a pixel on one side of a straight edge, or between two that are parallel. */
final class HalfPlane {
    /** From this depth on a pixel is wholly inside, whatever the direction of the edge: half of its diagonal. */
    static final double REACH = Math.sqrt(0.5);

    private HalfPlane() {}

    /** Area 0..1 of a unit square where {@code near <= distance <= far}, given the distance at its centre. */
    static float band(double distance, double near, double far, double normalX, double normalY) {
        double inside = covered(far - distance, normalX, normalY);
        double hole = near - distance <= -REACH ? 0 : covered(near - distance, normalX, normalY);
        return (float) (inside - hole);
    }

    /**
     * Area 0..1 of a unit square inside a half plane.
     *
     * @param depth   distance of the square's centre from the edge, positive inside
     * @param normalX of the edge, a unit vector; its signs do not matter
     */
    static double covered(double depth, double normalX, double normalY) {
        double a = Math.abs(normalX);
        double b = Math.abs(normalY);
        double reach = (a + b) / 2;
        double off = Math.abs(depth);
        if (off >= reach) {
            return depth > 0 ? 1 : 0;
        }
        if (off <= Math.abs(a - b) / 2) {
            return 0.5 + depth / Math.max(a, b);
        }
        double corner = (reach - off) * (reach - off) / (2 * a * b);
        return depth > 0 ? 1 - corner : corner;
    }
}
