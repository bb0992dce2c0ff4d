package org.posescope.draw.mesh;

import java.util.Optional;

/**
 * Fills triangles into a {@link SampleBuffer} by integer edge functions (Pineda 1988). Depth is tested at every sample, the
 * colour is worked out once a pixel, in the middle of the samples that show it. Both are perspective-correct: what is
 * interpolated is 1 / z and colour / z.
 */
final class TriangleRasterizer {
    private final SampleBuffer target;
    private final Edge first = new Edge();
    private final Edge second = new Edge();
    private final Edge third = new Edge();
    private final Barycentric corners = new Barycentric();
    private final Plane nearness = new Plane();
    private final float[] sampleNearness = new float[SampleBuffer.SAMPLES];
    private final Plane red = new Plane();
    private final Plane green = new Plane();
    private final Plane blue = new Plane();
    private final TextureSampler texels = new TextureSampler();

    TriangleRasterizer(SampleBuffer target) {
        this.target = target;
    }

    /** Lays a texture over the triangles from now on, or none. */
    void wear(Optional<Texture> texture) {
        texels.use(texture);
    }

    /** Draws the triangle when it faces the camera; its three vertices are in front of the near plane. */
    void draw(ShadedVertices v, int a, int b, int c) {
        // A face that is counter-clockwise in the right-handed camera frame runs a, c, b clockwise on the screen, y down.
        long ax = v.screenX[a];
        long ay = v.screenY[a];
        long area = (v.screenX[c] - ax) * (v.screenY[b] - ay) - (v.screenX[b] - ax) * (v.screenY[c] - ay);
        if (area <= 0) {
            return;
        }
        int left = Math.max(0, pixel(Math.min(v.screenX[a], Math.min(v.screenX[b], v.screenX[c]))));
        int top = Math.max(0, pixel(Math.min(v.screenY[a], Math.min(v.screenY[b], v.screenY[c]))));
        int right = Math.min(target.width() - 1, pixel(Math.max(v.screenX[a], Math.max(v.screenX[b], v.screenX[c]))));
        int bottom = Math.min(target.height() - 1, pixel(Math.max(v.screenY[a], Math.max(v.screenY[b], v.screenY[c]))));
        if (left > right || top > bottom) {
            return;
        }
        first.set(v, a, c, left, top);
        second.set(v, c, b, left, top);
        third.set(v, b, a, left, top);
        corners.set(v, a, b, c, area, left, top);
        float[] near = v.inverseZ;
        nearness.set(corners, near[a], near[b], near[c]);
        for (int s = 0; s < SampleBuffer.SAMPLES; s++) {
            sampleNearness[s] = nearness.perColumn * SamplePattern.x(s) + nearness.perRow * SamplePattern.y(s);
        }
        red.set(corners, v.red[a] * near[a], v.red[b] * near[b], v.red[c] * near[c]);
        green.set(corners, v.green[a] * near[a], v.green[b] * near[b], v.green[c] * near[c]);
        blue.set(corners, v.blue[a] * near[a], v.blue[b] * near[b], v.blue[c] * near[c]);
        texels.set(corners, v, a, b, c, area);
        fill(left, top, right - left, bottom - top);
    }

    private static int pixel(int fixed) {
        return Math.floorDiv(fixed, ShadedVertices.UNITS);
    }

    private void fill(int left, int top, int columns, int rows) {
        long reach1 = first.reach;
        long reach2 = second.reach;
        long reach3 = third.reach;
        for (int row = 0; row <= rows; row++) {
            target.touch(top + row, left, left + columns);
            long e1 = first.start + row * first.perRow;
            long e2 = second.start + row * second.perRow;
            long e3 = third.start + row * third.perRow;
            int at = ((top + row) * target.width() + left) * SampleBuffer.SAMPLES;
            for (int column = 0; column <= columns; column++) {
                if (((e1 + reach1) | (e2 + reach2) | (e3 + reach3)) >= 0) {
                    pixel(at, column, row, e1, e2, e3);
                }
                e1 += first.perColumn;
                e2 += second.perColumn;
                e3 += third.perColumn;
                at += SampleBuffer.SAMPLES;
            }
        }
    }

    private void pixel(int at, int column, int row, long e1, long e2, long e3) {
        int inside = inside(0, e1, e2, e3) | inside(1, e1, e2, e3) | inside(2, e1, e2, e3) | inside(3, e1, e2, e3);
        if (inside == 0) {
            return;
        }
        if (!texels.drawnAt(column, row, nearness)) {
            return;
        }
        int nearest = target.nearest(at, inside, nearness.at(column, row), sampleNearness);
        if (nearest != 0) {
            float x = column + SamplePattern.centreX(nearest);
            float y = row + SamplePattern.centreY(nearest);
            target.paint(at, nearest, texels.tint(color(x, y)));
        }
    }

    /** Bit s when sample s lies in the triangle. */
    private int inside(int s, long e1, long e2, long e3) {
        long signs = (e1 + first.offsets[s]) | (e2 + second.offsets[s]) | (e3 + third.offsets[s]);
        return (int) (~signs >>> (Long.SIZE - 1)) << s;
    }

    private int color(float column, float row) {
        float z = 1 / nearness.at(column, row);
        int r = channel(red.at(column, row) * z);
        int g = channel(green.at(column, row) * z);
        int b = channel(blue.at(column, row) * z);
        return (r << 16) | (g << 8) | b;
    }

    private static int channel(float value) {
        return Math.max(0, Math.min(255, (int) (value + 0.5f)));
    }
}
