package org.posescope.draw.mesh;

import java.util.Locale;

/**
 * A camera without distortion. A point x, y, z of the camera frame (metres; x right, y down, z forward) is seen at
 * {@code (fx * x / z + cx, fy * y / z + cy)} pixels, where (0, 0) is the upper left corner of the upper left pixel.
 *
 * @param fx     focal length in pixels along x
 * @param fy     focal length in pixels along y
 * @param cx     principal point
 * @param cy     principal point
 * @param width  of the picture, pixels
 * @param height of the picture, pixels
 */
public record PinholeCamera(double fx, double fy, double cx, double cy, int width, int height) {
    public PinholeCamera {
        if (!(fx > 0 && fy > 0) || width <= 0 || height <= 0) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a camera of focal lengths %s, %s and %d x %d pixels", fx, fy, width,
                            height));
        }
    }

    /**
     * Square pixels and the principal point in the middle.
     *
     * @param verticalAngle between the upper and the lower border of the picture, radians
     */
    public static PinholeCamera ofFieldOfView(double verticalAngle, int width, int height) {
        double focal = height / 2.0 / Math.tan(verticalAngle / 2);
        return new PinholeCamera(focal, focal, width / 2.0, height / 2.0, width, height);
    }
}
