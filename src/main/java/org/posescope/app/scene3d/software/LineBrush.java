package org.posescope.app.scene3d.software;

import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.draw.mesh.RigidTransform;
import org.posescope.draw.raster.Canvas;
import org.posescope.draw.scene.OrbitCamera;

/** Draws lines of the scene over its picture; nothing hides them. */
final class LineBrush {
    private static final double NEAREST = 0.05;

    private final Canvas canvas;
    private final PinholeCamera lens;
    private final RigidTransform view;

    LineBrush(Canvas canvas, OrbitCamera orbit) {
        this.canvas = canvas;
        this.lens = orbit.pinhole(canvas.width(), canvas.height());
        this.view = orbit.view();
    }

    /**
     * Left out when an end is behind the camera.
     *
     * @param points x, y, z of points in a row
     * @param first  where the first of the line's two points is among them
     * @param width  pixels
     */
    void draw(float[] points, int first, double width, int argb) {
        double fromDepth = view.z(points[first], points[first + 1], points[first + 2]);
        double toDepth = view.z(points[first + 3], points[first + 4], points[first + 5]);
        if (Math.min(fromDepth, toDepth) > NEAREST) {
            canvas.line(column(points, first, fromDepth), row(points, first, fromDepth),
                    column(points, first + 3, toDepth), row(points, first + 3, toDepth), width, argb);
        }
    }

    private double column(float[] points, int at, double depth) {
        return lens.fx() * view.x(points[at], points[at + 1], points[at + 2]) / depth + lens.cx();
    }

    private double row(float[] points, int at, double depth) {
        return lens.fy() * view.y(points[at], points[at + 1], points[at + 2]) / depth + lens.cy();
    }
}
