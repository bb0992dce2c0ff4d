package org.posescope.draw.scene;

import org.posescope.draw.mesh.Mesh;
import org.posescope.draw.mesh.ShadowMap;
import org.posescope.draw.raster.Argb;
import org.posescope.draw.raster.Canvas;
import org.posescope.pose.Vector3;

/** Darkens the floor of a picture by a {@link ShadowMap}. */
final class FloorShadow {
    private static final int SIDE = ShadowMap.SIDE;
    private static final double CELL = ShadowMap.CELL;
    private static final int LAST = SIDE - 1;
    private static final int COLOR = Argb.opaque(0x05, 0x06, 0x09);

    private final ShadowMap shadow = new ShadowMap();
    private final float[] map = shadow.darkness();
    private final int[] row;

    FloorShadow(int width) {
        row = new int[width];
    }

    /** Starts anew around a point, world coordinates. */
    void clear(Vector3 centre, double floorHeight) {
        shadow.clear(centre, floorHeight);
    }

    void add(Mesh mesh) {
        shadow.add(mesh.vertices(), mesh.triangles());
    }

    /** Draws what was added; it is used up. */
    void draw(Canvas canvas, OrbitCamera orbit) {
        shadow.finish();
        FloorRows rows = new FloorRows(orbit, canvas.width(), canvas.height(), shadow.floor());
        for (int y = 0; y < canvas.height(); y++) {
            if (rows.at(y + 0.5)) {
                shade(canvas, y, rows);
            }
        }
    }

    private void shade(Canvas canvas, int y, FloorRows rows) {
        double u = (rows.x() - shadow.originX()) / CELL - 0.5;
        double v = (rows.z() - shadow.originZ()) / CELL - 0.5;
        double uStep = rows.xPerColumn() / CELL;
        double vStep = rows.zPerColumn() / CELL;
        int from = (int) Math.ceil(Math.max(0, Math.max(enters(u, uStep), enters(v, vStep))));
        int to = (int) Math.floor(Math.min(canvas.width() - 1.0, Math.min(leaves(u, uStep), leaves(v, vStep))));
        for (int x = from; x <= to; x++) {
            row[x] = (alpha(u + x * uStep, v + x * vStep) << 24) | (COLOR & 0xFFFFFF);
        }
        if (from <= to) {
            canvas.blendRow(from, y, row, from, to + 1 - from);
        }
    }

    /** The column from which on a coordinate that changes evenly is on the map. */
    private static double enters(double start, double step) {
        return step == 0
                ? (start >= 0 && start <= LAST ? 0 : Double.POSITIVE_INFINITY)
                : Math.min(-start / step, (LAST - start) / step);
    }

    private static double leaves(double start, double step) {
        return step == 0 ? Double.POSITIVE_INFINITY : Math.max(-start / step, (LAST - start) / step);
    }

    /** The darkness between the cells of the map. */
    private int alpha(double u, double v) {
        int column = Math.clamp((int) u, 0, SIDE - 2);
        int line = Math.clamp((int) v, 0, SIDE - 2);
        int at = line * SIDE + column;
        double right = u - column;
        double down = v - line;
        double upper = map[at] + right * (map[at + 1] - map[at]);
        double lower = map[at + SIDE] + right * (map[at + SIDE + 1] - map[at + SIDE]);
        return (int) (255 * (upper + down * (lower - upper)) + 0.5);
    }
}
