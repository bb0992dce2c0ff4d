package org.posescope.draw.raster;

/**
 * How much of a pixel lies on one side of a straight edge, by the distance of its centre from the edge: the exact area of a
 * unit square, which depends on the direction of the edge.
 */
final class EdgeProfile {
    private double reach = 0.5;
    private double flat = 0.5;
    private double slope = 1;
    private double corner;

    /** Takes the direction of an edge by its unit normal; signs do not matter. */
    void set(double normalX, double normalY) {
        double a = Math.abs(normalX);
        double b = Math.abs(normalY);
        reach = (a + b) / 2;
        flat = Math.abs(a - b) / 2;
        slope = 1 / Math.max(a, b);
        corner = 1 / (2 * a * b);
    }

    /** From this distance on a pixel is wholly on one side, 0.5 to 0.71. */
    double reach() {
        return reach;
    }

    /** Area 0..1 of the pixel where {@code near <= distance <= far}, given the distance of its centre. */
    float band(double distance, double near, double far) {
        double inside = covered(far - distance);
        return (float) (near - distance <= -reach ? inside : inside - covered(near - distance));
    }

    /** Area 0..1 inside an edge, for a centre that is {@code depth} inside it. */
    private double covered(double depth) {
        double off = Math.abs(depth);
        if (off >= reach) {
            return depth > 0 ? 1 : 0;
        }
        if (off <= flat) {
            return 0.5 + depth * slope;
        }
        double outside = (reach - off) * (reach - off) * corner;
        return depth > 0 ? 1 - outside : outside;
    }

    /** As {@link #band} for an upright or level edge; for a round one it is right on average. */
    static float linearBand(double distance, double near, double far) {
        double inside = Math.min(Math.max(far - distance + 0.5, 0), 1);
        double hole = Math.min(Math.max(near - distance + 0.5, 0), 1);
        return (float) (inside - hole);
    }
}
