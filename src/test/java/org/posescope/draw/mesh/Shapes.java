package org.posescope.draw.mesh;

import org.posescope.body.VertexNormals;
import org.posescope.draw.scene.SphereMesh;

/** Simple meshes for tests, in the camera frame. */
public final class Shapes {
    private Shapes() {}

    /** A rectangle at one depth that faces the camera, as two triangles. */
    static Mesh wall(float left, float top, float right, float bottom, float z, int color) {
        return quad(new float[] {left, top, z, right, top, z, right, bottom, z, left, bottom, z}, color);
    }

    /** Four corners, clockwise as the camera sees them. */
    static Mesh quad(float[] corners, int color) {
        int[] triangles = {0, 2, 1, 0, 3, 2};
        return smooth(corners, triangles, color);
    }

    public static Mesh sphere(float x, float y, float z, float radius, int color) {
        SphereMesh unit = new SphereMesh();
        float[] vertices = unit.vertices();
        for (int i = 0; i < vertices.length; i += 3) {
            vertices[i] = x + radius * vertices[i];
            vertices[i + 1] = y + radius * vertices[i + 1];
            vertices[i + 2] = z + radius * vertices[i + 2];
        }
        return smooth(vertices, unit.triangles(), color);
    }

    /** An upright egg of about 7,000 vertices and 14,000 triangles, as high as a person. */
    static Mesh person(float z, int color) {
        int sides = 84;
        int rings = 84;
        float[] vertices = new float[3 * sides * rings];
        int[] triangles = new int[6 * sides * (rings - 1)];
        for (int i = 0; i < sides * rings; i++) {
            double around = 2 * Math.PI * (i % sides) / sides;
            double down = Math.PI * ((double) i / sides) / rings;
            vertices[3 * i] = (float) (0.25 * Math.sin(down) * Math.cos(around));
            vertices[3 * i + 1] = (float) (-0.85 * Math.cos(down));
            vertices[3 * i + 2] = (float) (z - 0.15 * Math.sin(down) * Math.sin(around));
        }
        int at = 0;
        for (int i = 0; i < sides * (rings - 1); i++) {
            int next = i - i % sides + (i + 1) % sides;
            for (int corner : new int[] {i, next + sides, next, i, i + sides, next + sides}) {
                triangles[at++] = corner;
            }
        }
        return smooth(vertices, triangles, color);
    }

    static Mesh smooth(float[] vertices, int[] triangles, int color) {
        float[] normals = new float[vertices.length];
        new VertexNormals(triangles).compute(vertices, normals);
        return Mesh.uniform(vertices, normals, triangles, color);
    }
}
