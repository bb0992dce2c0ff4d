package org.posescope.body.build;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imwrite;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;

/** A plain shaded drawing of triangle meshes, good enough to judge a surface by eye. Not for use while the program runs. */
final class MeshPicture {
    private static final int SAMPLES = 3;
    private static final double[] KEY_LIGHT = unit(0.45, 0.65, 0.75);
    private static final double[] FILL_LIGHT = unit(-0.8, 0.1, 0.35);

    private final int width;
    private final int height;
    private final float[] depth;
    private final float[] color;

    MeshPicture(int width, int height) {
        this.width = width * SAMPLES;
        this.height = height * SAMPLES;
        depth = new float[this.width * this.height];
        color = new float[this.width * this.height * 3];
        Arrays.fill(depth, Float.NEGATIVE_INFINITY);
        Arrays.fill(color, 0.93f);
    }

    /** An orthographic camera: turned about the y axis, then tipped; looks at {@code center}, {@code span} metres high. */
    record Camera(double yaw, double pitch, double[] center, double span) {
        double[] toView(double x, double y, double z) {
            double dx = x - center[0];
            double dy = y - center[1];
            double dz = z - center[2];
            double rx = Math.cos(yaw) * dx - Math.sin(yaw) * dz;
            double rz = Math.sin(yaw) * dx + Math.cos(yaw) * dz;
            return new double[] {rx, Math.cos(pitch) * dy - Math.sin(pitch) * rz,
                Math.sin(pitch) * dy + Math.cos(pitch) * rz};
        }
    }

    /** Part of the picture, in pixels. */
    record Cell(int x, int y, int width, int height) {}

    /**
     * Draws a mesh into a cell.
     *
     * @param points    V x 3, metres
     * @param triangles T x 3
     * @param colors    T x 3 corners x 3, 0..1, red green blue
     * @param wire      whether triangle edges are drawn
     */
    void draw(double[] points, int[] triangles, float[] colors, Camera camera, Cell cell, boolean wire) {
        int count = points.length / 3;
        double[] view = new double[points.length];
        for (int v = 0; v < count; v++) {
            System.arraycopy(camera.toView(points[3 * v], points[3 * v + 1], points[3 * v + 2]), 0, view, 3 * v, 3);
        }
        double[] normals = normals(view, triangles);
        double scale = cell.height() * SAMPLES / camera.span();
        double cx = (cell.x() + cell.width() / 2.0) * SAMPLES;
        double cy = (cell.y() + cell.height() / 2.0) * SAMPLES;
        for (int v = 0; v < count; v++) {
            view[3 * v] = cx + view[3 * v] * scale;
            view[3 * v + 1] = cy - view[3 * v + 1] * scale;
        }
        for (int t = 0; t < triangles.length; t += 3) {
            fill(view, normals, colors, t, triangles[t], triangles[t + 1], triangles[t + 2], cell, wire);
        }
    }

    private void fill(double[] p, double[] n, float[] colors, int triangle, int a, int b, int c, Cell cell,
            boolean wire) {
        double ax = p[3 * a];
        double ay = p[3 * a + 1];
        double bx = p[3 * b];
        double by = p[3 * b + 1];
        double ex = p[3 * c];
        double ey = p[3 * c + 1];
        double area = (bx - ax) * (ey - ay) - (by - ay) * (ex - ax);
        if (area == 0) {
            return;
        }
        int x0 = (int) Math.max(cell.x() * SAMPLES, Math.floor(Math.min(ax, Math.min(bx, ex))));
        int x1 = (int) Math.min((cell.x() + cell.width()) * SAMPLES - 1, Math.ceil(Math.max(ax, Math.max(bx, ex))));
        int y0 = (int) Math.max(cell.y() * SAMPLES, Math.floor(Math.min(ay, Math.min(by, ey))));
        int y1 = (int) Math.min((cell.y() + cell.height()) * SAMPLES - 1, Math.ceil(Math.max(ay, Math.max(by, ey))));
        double longest = Math.max(Math.hypot(bx - ax, by - ay),
                Math.max(Math.hypot(ex - bx, ey - by), Math.hypot(ax - ex, ay - ey)));
        double wireWidth = 1.2 * longest / Math.abs(area);
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                double px = x + 0.5;
                double py = y + 0.5;
                double wb = ((px - ax) * (ey - ay) - (py - ay) * (ex - ax)) / area;
                double wc = ((bx - ax) * (py - ay) - (by - ay) * (px - ax)) / area;
                double wa = 1 - wb - wc;
                if (wa < 0 || wb < 0 || wc < 0) {
                    continue;
                }
                float z = (float) (wa * p[3 * a + 2] + wb * p[3 * b + 2] + wc * p[3 * c + 2]);
                int at = y * width + x;
                if (z <= depth[at]) {
                    continue;
                }
                depth[at] = z;
                double[] normal = unit(wa * n[3 * a] + wb * n[3 * b] + wc * n[3 * c],
                        wa * n[3 * a + 1] + wb * n[3 * b + 1] + wc * n[3 * c + 1],
                        wa * n[3 * a + 2] + wb * n[3 * b + 2] + wc * n[3 * c + 2]);
                // A side seen from behind is painted red: it shows that the surface is turned inside out there.
                boolean back = area > 0;
                double light = light(normal);
                if (wire && Math.min(wa, Math.min(wb, wc)) < wireWidth) {
                    light *= 0.55;
                }
                for (int k = 0; k < 3; k++) {
                    double base = wa * colors[3 * triangle + k] + wb * colors[3 * triangle + 3 + k]
                            + wc * colors[3 * triangle + 6 + k];
                    if (back) {
                        base = k == 0 ? 1 : 0;
                    }
                    color[3 * at + k] = (float) Math.min(1, base * light);
                }
            }
        }
    }

    private static double light(double[] n) {
        double key = Math.max(0, n[0] * KEY_LIGHT[0] + n[1] * KEY_LIGHT[1] + n[2] * KEY_LIGHT[2]);
        double fill = Math.max(0, n[0] * FILL_LIGHT[0] + n[1] * FILL_LIGHT[1] + n[2] * FILL_LIGHT[2]);
        return 0.22 + 0.08 * n[1] + 0.68 * key + 0.22 * fill;
    }

    static double[] normals(double[] p, int[] triangles) {
        double[] n = new double[p.length];
        for (int t = 0; t < triangles.length; t += 3) {
            int a = 3 * triangles[t];
            int b = 3 * triangles[t + 1];
            int c = 3 * triangles[t + 2];
            double ux = p[b] - p[a];
            double uy = p[b + 1] - p[a + 1];
            double uz = p[b + 2] - p[a + 2];
            double vx = p[c] - p[a];
            double vy = p[c + 1] - p[a + 1];
            double vz = p[c + 2] - p[a + 2];
            double[] cross = {uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx};
            for (int corner : new int[] {a, b, c}) {
                for (int k = 0; k < 3; k++) {
                    n[corner + k] += cross[k];
                }
            }
        }
        return n;
    }

    private static double[] unit(double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        return length > 0 ? new double[] {x / length, y / length, z / length} : new double[] {0, 0, 1};
    }

    /** Writes the picture as PNG. */
    void write(Path file) {
        int w = width / SAMPLES;
        int h = height / SAMPLES;
        try (Mat mat = new Mat(h, w, CV_8UC3)) {
            ByteBuffer bytes = mat.createBuffer();
            for (int y = 0; y < h; y++) {
                for (int x = 0; x < w; x++) {
                    for (int k = 2; k >= 0; k--) {
                        bytes.put((byte) Math.round(255 * Math.pow(mean(x, y, k), 1 / 1.6)));
                    }
                }
            }
            if (!imwrite(file.toString(), mat)) {
                throw new IllegalStateException("cannot write " + file);
            }
        }
    }

    private double mean(int x, int y, int k) {
        double sum = 0;
        for (int sy = 0; sy < SAMPLES; sy++) {
            for (int sx = 0; sx < SAMPLES; sx++) {
                sum += color[3 * ((y * SAMPLES + sy) * width + x * SAMPLES + sx) + k];
            }
        }
        return sum / (SAMPLES * SAMPLES);
    }
}
