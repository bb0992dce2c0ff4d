package org.posescope.draw.mesh;

/**
 * The vertices of the mesh that is being drawn, as the rasterizer wants them: camera coordinates, pixels in fixed point and
 * colours. Grows to the largest mesh and is reused. The arrays are open because the rasterizer reads them in its inner loop.
 */
final class ShadedVertices {
    /** Fixed-point pixels: 8 binary places. */
    static final int UNITS = 256;
    /** Nothing nearer than this is drawn, metres. */
    static final float NEAR = 0.02f;
    /** Two more vertices where a triangle is cut at the near plane. */
    private static final int SPARE = 2;
    private static final double FARTHEST_PIXEL = 1 << 22;

    float[] x = new float[0];
    float[] y = new float[0];
    float[] z = new float[0];
    int[] screenX = new int[0];
    int[] screenY = new int[0];
    float[] inverseZ = new float[0];
    float[] red = new float[0];
    float[] green = new float[0];
    float[] blue = new float[0];
    float[] u = new float[0];
    float[] v = new float[0];
    private int count;

    void shade(Mesh mesh, RigidTransform view, PinholeCamera camera, Shader shader) {
        reserve(mesh.vertexCount() + SPARE);
        count = mesh.vertexCount();
        float[] points = mesh.vertices();
        float[] normals = mesh.normals();
        for (int i = 0; i < count; i++) {
            float px = points[3 * i];
            float py = points[3 * i + 1];
            float pz = points[3 * i + 2];
            x[i] = view.x(px, py, pz);
            y[i] = view.y(px, py, pz);
            z[i] = view.z(px, py, pz);
            project(i, camera);
            float nx = normals[3 * i];
            float ny = normals[3 * i + 1];
            float nz = normals[3 * i + 2];
            shader.shade(i, this, view.turnX(nx, ny, nz), view.turnY(nx, ny, nz), view.turnZ(nx, ny, nz),
                    mesh.color(i), mesh.gloss());
        }
        mesh.wrap().ifPresent(this::wrap);
    }

    private void wrap(Mesh.Wrap wrap) {
        for (int i = 0; i < count; i++) {
            u[i] = wrap.places()[2 * i];
            v[i] = wrap.places()[2 * i + 1];
        }
    }

    private void reserve(int size) {
        if (x.length < size) {
            x = new float[size];
            y = new float[size];
            z = new float[size];
            screenX = new int[size];
            screenY = new int[size];
            inverseZ = new float[size];
            red = new float[size];
            green = new float[size];
            blue = new float[size];
            u = new float[size];
            v = new float[size];
        }
    }

    private void project(int i, PinholeCamera camera) {
        double inverse = 1.0 / z[i];
        inverseZ[i] = (float) inverse;
        screenX[i] = fixed(camera.fx() * x[i] * inverse + camera.cx());
        screenY[i] = fixed(camera.fy() * y[i] * inverse + camera.cy());
    }

    private static int fixed(double pixels) {
        return (int) Math.rint(Math.clamp(pixels, -FARTHEST_PIXEL, FARTHEST_PIXEL) * UNITS);
    }

    boolean visible(int vertex) {
        return z[vertex] >= NEAR;
    }

    /**
     * Makes a vertex where the edge between a visible and an invisible vertex meets the near plane.
     *
     * @param spare 0 or 1, which of the two spare vertices is overwritten
     * @return its number
     */
    int cut(int visible, int invisible, int spare, PinholeCamera camera) {
        int made = count + spare;
        float t = (z[visible] - NEAR) / (z[visible] - z[invisible]);
        x[made] = x[visible] + t * (x[invisible] - x[visible]);
        y[made] = y[visible] + t * (y[invisible] - y[visible]);
        z[made] = NEAR;
        red[made] = red[visible] + t * (red[invisible] - red[visible]);
        green[made] = green[visible] + t * (green[invisible] - green[visible]);
        blue[made] = blue[visible] + t * (blue[invisible] - blue[visible]);
        u[made] = u[visible] + t * (u[invisible] - u[visible]);
        v[made] = v[visible] + t * (v[invisible] - v[visible]);
        project(made, camera);
        return made;
    }
}
