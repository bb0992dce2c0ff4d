package org.posescope.draw.mesh;

/** The weights of the second and third corner of a triangle on the screen, at a pixel and from one pixel to the next. */
final class Barycentric {
    double b;
    double c;
    double bPerColumn;
    double bPerRow;
    double cPerColumn;
    double cPerRow;

    /**
     * @param area twice the triangle's, fixed-point pixels, with c before b on the way around
     */
    void set(ShadedVertices v, int cornerA, int cornerB, int cornerC, long area, int column, int row) {
        int ax = v.screenX[cornerA];
        int ay = v.screenY[cornerA];
        double scale = (double) ShadedVertices.UNITS / area;
        bPerColumn = (ay - v.screenY[cornerC]) * scale;
        bPerRow = (v.screenX[cornerC] - ax) * scale;
        cPerColumn = (v.screenY[cornerB] - ay) * scale;
        cPerRow = (ax - v.screenX[cornerB]) * scale;
        double dx = column + 0.5 - (double) ax / ShadedVertices.UNITS;
        double dy = row + 0.5 - (double) ay / ShadedVertices.UNITS;
        b = bPerColumn * dx + bPerRow * dy;
        c = cPerColumn * dx + cPerRow * dy;
    }
}
