package org.posescope.draw.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A unit sphere of triangles of nearly equal size: an icosahedron whose triangles are divided in four, twice. */
public final class SphereMesh {
    private static final int DIVISIONS = 2;
    private static final float GOLDEN = (float) ((1 + Math.sqrt(5)) / 2);
    private static final float[][] CORNERS = {{-1, GOLDEN, 0}, {1, GOLDEN, 0}, {-1, -GOLDEN, 0}, {1, -GOLDEN, 0},
        {0, -1, GOLDEN}, {0, 1, GOLDEN}, {0, -1, -GOLDEN}, {0, 1, -GOLDEN}, {GOLDEN, 0, -1}, {GOLDEN, 0, 1},
        {-GOLDEN, 0, -1}, {-GOLDEN, 0, 1}};
    private static final int[] FACES = {0, 11, 5, 0, 5, 1, 0, 1, 7, 0, 7, 10, 0, 10, 11, 1, 5, 9, 5, 11, 4, 11, 10, 2,
        10, 7,
        6, 7, 1, 8, 3, 9, 4, 3, 4, 2, 3, 2, 6, 3, 6, 8, 3, 8, 9, 4, 9, 5, 2, 4, 11, 6, 2, 10, 8, 6, 7, 9, 8, 1};

    private final List<float[]> points = new ArrayList<>();
    private int[] triangles = FACES;

    public SphereMesh() {
        for (float[] corner : CORNERS) {
            point(corner[0], corner[1], corner[2]);
        }
        for (int i = 0; i < DIVISIONS; i++) {
            divide();
        }
    }

    /** x, y, z of each vertex, which are its normals too. */
    public float[] vertices() {
        float[] flat = new float[3 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            System.arraycopy(points.get(i), 0, flat, 3 * i, 3);
        }
        return flat;
    }

    /** Three vertices each, counter-clockwise from outside in a right-handed frame. */
    public int[] triangles() {
        return triangles;
    }

    private int point(float x, float y, float z) {
        float scale = (float) (1 / Math.sqrt(x * x + y * y + z * z));
        points.add(new float[] {x * scale, y * scale, z * scale});
        return points.size() - 1;
    }

    private void divide() {
        int[] smaller = new int[4 * triangles.length];
        Map<Long, Integer> middles = new HashMap<>();
        for (int t = 0; t < triangles.length; t += 3) {
            int a = triangles[t];
            int b = triangles[t + 1];
            int c = triangles[t + 2];
            int ab = middle(a, b, middles);
            int bc = middle(b, c, middles);
            int ca = middle(c, a, middles);
            int[] four = {a, ab, ca, b, bc, ab, c, ca, bc, ab, bc, ca};
            System.arraycopy(four, 0, smaller, 4 * t, four.length);
        }
        triangles = smaller;
    }

    private int middle(int a, int b, Map<Long, Integer> middles) {
        long side = ((long) Math.min(a, b) << 32) | Math.max(a, b);
        return middles.computeIfAbsent(side, _ -> {
            float[] p = points.get(a);
            float[] q = points.get(b);
            return point(p[0] + q[0], p[1] + q[1], p[2] + q[2]);
        });
    }
}
