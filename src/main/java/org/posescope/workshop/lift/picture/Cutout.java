package org.posescope.workshop.lift.picture;

import java.util.random.RandomGenerator;

import org.posescope.draw.mesh.PinholeCamera;

/** The part of what a camera sees in which a person stands, so that nothing else needs to be painted; its borders may cut the person off. */
final class Cutout {
    private final double[] slopes;
    private final double scale;
    private final int width;
    private final int height;

    /**
     * @param slopes left and upper end, in tangents of angles from the camera's axis
     * @param scale  pixels of a tangent of 1
     */
    private Cutout(double[] slopes, double scale, int width, int height) {
        this.slopes = slopes;
        this.scale = scale;
        this.width = width;
        this.height = height;
    }

    /**
     * A random one around a body.
     *
     * @param vertices x, y, z of each, camera frame
     * @param round    sides are multiples of it, pixels
     * @param largest  side, pixels
     */
    static Cutout of(float[] vertices, RandomGenerator random, int round, int largest) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < vertices.length; k += 3) {
            double z = Math.max(0.2, vertices[k + 2]);
            left = Math.min(left, vertices[k] / z);
            right = Math.max(right, vertices[k] / z);
            top = Math.min(top, vertices[k + 1] / z);
            bottom = Math.max(bottom, vertices[k + 1] / z);
        }
        double size = Math.max(right - left, bottom - top);
        double[] margins = {margin(random), margin(random), margin(random), margin(random)};
        if (random.nextDouble() < 0.3) {
            double side = random.nextDouble();
            if (side < 0.6) {
                margins[3] = -random.nextDouble(0.05, 0.6) * (bottom - top) / size;
            } else if (side < 0.75) {
                margins[0] = -random.nextDouble(0.05, 0.45) * (right - left) / size;
            } else if (side < 0.9) {
                margins[2] = -random.nextDouble(0.05, 0.45) * (right - left) / size;
            } else {
                margins[1] = -random.nextDouble(0.02, 0.2) * (bottom - top) / size;
            }
        }
        left -= margins[0] * size;
        top -= margins[1] * size;
        right += margins[2] * size;
        bottom += margins[3] * size;
        double pixels = random.nextDouble(90, 250);
        double scale = Math.min(pixels / size, largest / Math.max(right - left, bottom - top));
        return new Cutout(new double[] {left, top}, scale, rounded((right - left) * scale, round),
                rounded((bottom - top) * scale, round));
    }

    private static double margin(RandomGenerator random) {
        return random.nextDouble() < 0.75 ? 0.4 : random.nextDouble(0.02, 0.4);
    }

    private static int rounded(double side, int round) {
        return Math.max(round, round * (int) Math.round(side / round));
    }

    PinholeCamera lens() {
        return new PinholeCamera(scale, scale, -slopes[0] * scale, -slopes[1] * scale, width, height);
    }
}
