package org.posescope.draw.mesh;

/** A quantity that changes evenly over the pixels of a triangle. */
final class Plane {
    /** Value at the middle of the first pixel. */
    float start;
    float perColumn;
    float perRow;

    /** The quantity that has these values at the three corners. */
    void set(Barycentric corners, float a, float b, float c) {
        float ab = b - a;
        float ac = c - a;
        perColumn = (float) (corners.bPerColumn * ab + corners.cPerColumn * ac);
        perRow = (float) (corners.bPerRow * ab + corners.cPerRow * ac);
        start = (float) (a + corners.b * ab + corners.c * ac);
    }

    float at(float columns, float rows) {
        return start + perColumn * columns + perRow * rows;
    }
}
