package org.posescope.draw.mesh;

import java.util.Arrays;

/** Smooth normals: each vertex takes the mean of its triangles' normals, weighted by their areas. */
public final class VertexNormals {
    private VertexNormals() {}

    /**
     * @param vertices  x, y, z of each
     * @param triangles three vertex numbers each, counter-clockwise from outside
     * @param normals   as long as {@code vertices}; takes unit vectors outwards, or zero where a vertex has no area around it
     */
    public static void compute(float[] vertices, int[] triangles, float[] normals) {
        Arrays.fill(normals, 0);
        for (int t = 0; t < triangles.length; t += 3) {
            int a = 3 * triangles[t];
            int b = 3 * triangles[t + 1];
            int c = 3 * triangles[t + 2];
            float abX = vertices[b] - vertices[a];
            float abY = vertices[b + 1] - vertices[a + 1];
            float abZ = vertices[b + 2] - vertices[a + 2];
            float acX = vertices[c] - vertices[a];
            float acY = vertices[c + 1] - vertices[a + 1];
            float acZ = vertices[c + 2] - vertices[a + 2];
            float nx = abY * acZ - abZ * acY;
            float ny = abZ * acX - abX * acZ;
            float nz = abX * acY - abY * acX;
            add(normals, a, nx, ny, nz);
            add(normals, b, nx, ny, nz);
            add(normals, c, nx, ny, nz);
        }
        for (int i = 0; i < normals.length; i += 3) {
            float x = normals[i];
            float y = normals[i + 1];
            float z = normals[i + 2];
            double length = Math.sqrt((double) x * x + (double) y * y + (double) z * z);
            float scale = length > 0 ? (float) (1 / length) : 0;
            normals[i] = x * scale;
            normals[i + 1] = y * scale;
            normals[i + 2] = z * scale;
        }
    }

    private static void add(float[] normals, int at, float x, float y, float z) {
        normals[at] += x;
        normals[at + 1] += y;
        normals[at + 2] += z;
    }
}
