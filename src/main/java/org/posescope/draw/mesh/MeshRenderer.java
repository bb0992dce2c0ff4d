package org.posescope.draw.mesh;

import java.util.Locale;
import java.util.Optional;

import org.posescope.draw.raster.Canvas;

/**
 * Draws meshes in software: z-buffer, four samples a pixel, smooth shading, back faces left out. Usage for each picture:
 * {@link #begin}, {@link #add} for each mesh in any order, {@link #flush}. Allocates only when a mesh is larger than all
 * before. Takes 32 bytes of heap a pixel. Not thread-safe.
 */
public final class MeshRenderer {
    private final SampleBuffer samples;
    private final TriangleRasterizer rasterizer;
    private final ShadedVertices vertices = new ShadedVertices();
    private final Shader shader = new Shader();
    private PinholeCamera camera;
    private RigidTransform view = RigidTransform.IDENTITY;

    /**
     * @param width  of the pictures, pixels
     * @param height of the pictures, pixels
     */
    public MeshRenderer(int width, int height) {
        samples = new SampleBuffer(width, height);
        rasterizer = new TriangleRasterizer(samples);
        camera = PinholeCamera.ofFieldOfView(1, width, height);
    }

    /** A renderer for a canvas: the one that is there when it fits, else a new one. */
    public static MeshRenderer sized(Optional<MeshRenderer> present, Canvas canvas) {
        return present.filter(each -> each.width() == canvas.width() && each.height() == canvas.height())
                .orElseGet(() -> new MeshRenderer(canvas.width(), canvas.height()));
    }

    public int width() {
        return samples.width();
    }

    public int height() {
        return samples.height();
    }

    /**
     * Sets what the next meshes are seen through.
     *
     * @param newCamera of the size of this renderer's pictures
     * @param newView   from the frame of the meshes to the frame of the camera
     * @param lights    in the frame of the camera
     * @throws IllegalArgumentException when the camera has another size
     */
    public void begin(PinholeCamera newCamera, RigidTransform newView, Lights lights) {
        if (newCamera.width() != width() || newCamera.height() != height()) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a camera of %d x %d pixels for pictures of %d x %d", newCamera.width(),
                            newCamera.height(), width(), height()));
        }
        camera = newCamera;
        view = newView;
        shader.use(lights);
    }

    /** Draws a mesh; of several meshes the nearer one is seen. */
    public void add(Mesh mesh) {
        vertices.shade(mesh, view, camera, shader);
        rasterizer.wear(mesh.wrap().map(Mesh.Wrap::texture));
        int[] triangles = mesh.triangles();
        for (int t = 0; t < triangles.length; t += 3) {
            triangle(triangles[t], triangles[t + 1], triangles[t + 2]);
        }
    }

    private void triangle(int a, int b, int c) {
        boolean seesA = vertices.visible(a);
        boolean seesB = vertices.visible(b);
        boolean seesC = vertices.visible(c);
        if (seesA && seesB && seesC) {
            rasterizer.draw(vertices, a, b, c);
        } else if (seesA) {
            cut(a, b, c, seesB, seesC);
        } else if (seesB) {
            cut(b, c, a, seesC, false);
        } else if (seesC) {
            cut(c, a, b, false, false);
        }
    }

    /** Draws the visible part of a triangle whose first corner is in front of the near plane, and not all corners are. */
    private void cut(int a, int b, int c, boolean seesB, boolean seesC) {
        if (seesB) {
            int bc = vertices.cut(b, c, 0, camera);
            int ac = vertices.cut(a, c, 1, camera);
            rasterizer.draw(vertices, a, b, bc);
            rasterizer.draw(vertices, a, bc, ac);
        } else if (seesC) {
            int ab = vertices.cut(a, b, 0, camera);
            int cb = vertices.cut(c, b, 1, camera);
            rasterizer.draw(vertices, a, ab, cb);
            rasterizer.draw(vertices, a, cb, c);
        } else {
            rasterizer.draw(vertices, a, vertices.cut(a, b, 0, camera), vertices.cut(a, c, 1, camera));
        }
    }

    /**
     * Blends what was drawn over a picture and forgets it, so that the next picture can begin.
     *
     * @param canvas  as large as the camera's picture; what lies outside is cut
     * @param opacity 0 (nothing) to 1 (hides the picture)
     */
    public void flush(Canvas canvas, double opacity) {
        samples.flush(canvas, opacity);
    }
}
