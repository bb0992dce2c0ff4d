package org.posescope.workshop.body;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imwrite;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

import org.bytedeco.opencv.opencv_core.Mat;

import org.posescope.body.math.Vec3;

/** A plain shaded drawing of triangle meshes, for looking at surfaces: slow, but with soft edges and two lights. */
final class MeshPicture {
    private static final int SAMPLES = 3;
    private static final Vec3 KEY_LIGHT = new Vec3(0.45, 0.65, 0.75).unit();
    private static final Vec3 FILL_LIGHT = new Vec3(-0.8, 0.1, 0.35).unit();
    private static final float BACKGROUND = 0.93f;
    private static final double GAMMA = 1.6;

    private final int width;
    private final int height;
    private final float[] depth;
    private final float[] color;

    /** A blank picture of a size in pixels. */
    MeshPicture(int width, int height) {
        this.width = width * SAMPLES;
        this.height = height * SAMPLES;
        depth = new float[this.width * this.height];
        color = new float[this.width * this.height * 3];
        Arrays.fill(depth, Float.NEGATIVE_INFINITY);
        Arrays.fill(color, BACKGROUND);
    }

    /** An orthographic camera, radians: turned about the y axis, then tipped; sees {@code span} metres from top to bottom. */
    record Camera(double yaw, double pitch, Vec3 center, double span) {
        Vec3 toView(Vec3 p) {
            Vec3 d = p.minus(center);
            double x = Math.cos(yaw) * d.x() - Math.sin(yaw) * d.z();
            double z = Math.sin(yaw) * d.x() + Math.cos(yaw) * d.z();
            return new Vec3(x, Math.cos(pitch) * d.y() - Math.sin(pitch) * z,
                    Math.sin(pitch) * d.y() + Math.cos(pitch) * z);
        }
    }

    /** Part of the picture, in pixels. */
    record Cell(int x, int y, int width, int height) {}

    /** A corner of a triangle: sample coordinates with depth towards the viewer, normal, and red, green, blue 0..1. */
    private record Corner(Vec3 place, Vec3 normal, Vec3 color) {}

    /**
     * Draws a mesh into a cell. Triangles seen from inside are red.
     *
     * @param triangles three vertex numbers each
     * @param colors    of each corner of each triangle: red, green, blue, 0..1
     */
    void draw(Vec3[] points, int[] triangles, Vec3[] colors, Camera camera, Cell cell) {
        Vec3[] view = Arrays.stream(points).map(camera::toView).toArray(Vec3[]::new);
        Vec3[] normals = normals(view, triangles);
        double scale = cell.height * SAMPLES / camera.span;
        double middleX = (cell.x + cell.width / 2.0) * SAMPLES;
        double middleY = (cell.y + cell.height / 2.0) * SAMPLES;
        for (int t = 0; t < triangles.length; t += 3) {
            Corner[] corners = new Corner[3];
            for (int k = 0; k < 3; k++) {
                Vec3 p = view[triangles[t + k]];
                Vec3 place = new Vec3(middleX + scale * p.x(), middleY - scale * p.y(), p.z());
                corners[k] = new Corner(place, normals[triangles[t + k]], colors[t + k]);
            }
            fill(corners[0], corners[1], corners[2], cell);
        }
    }

    private static Vec3[] normals(Vec3[] points, int[] triangles) {
        Vec3[] normals = new Vec3[points.length];
        Arrays.fill(normals, Vec3.ZERO);
        for (int t = 0; t < triangles.length; t += 3) {
            Vec3 a = points[triangles[t]];
            Vec3 cross = points[triangles[t + 1]].minus(a).cross(points[triangles[t + 2]].minus(a));
            for (int k = 0; k < 3; k++) {
                normals[triangles[t + k]] = normals[triangles[t + k]].plus(cross);
            }
        }
        return normals;
    }

    private void fill(Corner a, Corner b, Corner c, Cell cell) {
        Vec3 ab = b.place.minus(a.place);
        Vec3 ac = c.place.minus(a.place);
        double area = ab.x() * ac.y() - ab.y() * ac.x();
        int left = (int) Math.max(cell.x * SAMPLES, Math.min(a.place.x(), Math.min(b.place.x(), c.place.x())));
        int right = (int) Math.min((cell.x + cell.width) * SAMPLES - 1,
                Math.max(a.place.x(), Math.max(b.place.x(), c.place.x())));
        int top = (int) Math.max(cell.y * SAMPLES, Math.min(a.place.y(), Math.min(b.place.y(), c.place.y())));
        int bottom = (int) Math.min((cell.y + cell.height) * SAMPLES - 1,
                Math.max(a.place.y(), Math.max(b.place.y(), c.place.y())));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double px = x + 0.5 - a.place.x();
                double py = y + 0.5 - a.place.y();
                double shareB = (px * ac.y() - py * ac.x()) / area;
                double shareC = (ab.x() * py - ab.y() * px) / area;
                double shareA = 1 - shareB - shareC;
                if (shareA >= 0 && shareB >= 0 && shareC >= 0) {
                    float z = (float) (shareA * a.place.z() + shareB * b.place.z() + shareC * c.place.z());
                    Vec3 normal = a.normal.times(shareA).plus(shareB, b.normal).plus(shareC, c.normal).unit();
                    Vec3 base = a.color.times(shareA).plus(shareB, b.color).plus(shareC, c.color);
                    put(y * width + x, z, (area > 0 ? Vec3.X : base).times(light(normal)));
                }
            }
        }
    }

    private void put(int sample, float z, Vec3 rgb) {
        if (z > depth[sample]) {
            depth[sample] = z;
            color[3 * sample] = (float) Math.min(1, rgb.x());
            color[3 * sample + 1] = (float) Math.min(1, rgb.y());
            color[3 * sample + 2] = (float) Math.min(1, rgb.z());
        }
    }

    private static double light(Vec3 normal) {
        return 0.22 + 0.08 * normal.y() + 0.68 * Math.max(0, normal.dot(KEY_LIGHT))
                + 0.22 * Math.max(0, normal.dot(FILL_LIGHT));
    }

    /** Writes the picture as PNG. */
    void write(Path file) {
        int columns = width / SAMPLES;
        int rows = height / SAMPLES;
        try (Mat mat = new Mat(rows, columns, CV_8UC3)) {
            ByteBuffer bytes = mat.createBuffer();
            for (int y = 0; y < rows; y++) {
                for (int x = 0; x < columns; x++) {
                    for (int channel = 2; channel >= 0; channel--) {
                        bytes.put((byte) Math.round(255 * Math.pow(mean(x, y, channel), 1 / GAMMA)));
                    }
                }
            }
            if (!imwrite(file.toString(), mat)) {
                throw new IllegalStateException("cannot write " + file);
            }
        }
    }

    private double mean(int x, int y, int channel) {
        double sum = 0;
        for (int dy = 0; dy < SAMPLES; dy++) {
            for (int dx = 0; dx < SAMPLES; dx++) {
                sum += color[3 * ((y * SAMPLES + dy) * width + x * SAMPLES + dx) + channel];
            }
        }
        return sum / (SAMPLES * SAMPLES);
    }
}
