package org.posescope.body;

import java.util.Arrays;

/** Normals of a triangle mesh for smooth shading: at a vertex the mean over its triangles, weighted by their area. Immutable. */
public final class VertexNormals {
    private final int[] corners;

    /**
     * @param faces three vertex numbers a triangle, counter-clockwise seen from outside
     */
    public VertexNormals(int[] faces) {
        corners = new int[faces.length];
        for (int i = 0; i < faces.length; i++) {
            corners[i] = 3 * faces[i];
        }
    }

    /**
     * Writes the unit normals, outwards; 0 at a vertex that no triangle with an area touches.
     *
     * @param vertices x, y, z of each
     * @param normals  as long as {@code vertices}
     */
    public void compute(float[] vertices, float[] normals) {
        Arrays.fill(normals, 0);
        for (int i = 0; i < corners.length; i += 3) {
            int a = corners[i];
            int b = corners[i + 1];
            int c = corners[i + 2];
            float ux = vertices[b] - vertices[a];
            float uy = vertices[b + 1] - vertices[a + 1];
            float uz = vertices[b + 2] - vertices[a + 2];
            float vx = vertices[c] - vertices[a];
            float vy = vertices[c + 1] - vertices[a + 1];
            float vz = vertices[c + 2] - vertices[a + 2];
            float nx = uy * vz - uz * vy;
            float ny = uz * vx - ux * vz;
            float nz = ux * vy - uy * vx;
            add(normals, a, nx, ny, nz);
            add(normals, b, nx, ny, nz);
            add(normals, c, nx, ny, nz);
        }
        for (int i = 0; i < normals.length; i += 3) {
            float squares = normals[i] * normals[i] + normals[i + 1] * normals[i + 1] + normals[i + 2] * normals[i + 2];
            float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
            normals[i] *= scale;
            normals[i + 1] *= scale;
            normals[i + 2] *= scale;
        }
    }

    private static void add(float[] normals, int at, float x, float y, float z) {
        normals[at] += x;
        normals[at + 1] += y;
        normals[at + 2] += z;
    }
}
