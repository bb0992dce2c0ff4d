package org.posescope.pose;

/**
 * A pinhole camera: a point (x, y, z) in metres of the camera frame (x right, y down, z forward) is seen at
 * ({@code focal * x / z + centerX}, {@code focal * y / z + centerY}) pixels.
 */
public record Camera(double focal, double centerX, double centerY) {
    public Camera {
        if (!(focal > 0)) {
            throw new IllegalArgumentException("a focal length of " + focal + " pixels");
        }
    }

    /** A camera that looks through the middle of the picture. */
    public static Camera ofFocal(double focal, int width, int height) {
        return new Camera(focal, width / 2.0, height / 2.0);
    }

    /** The angle that the longer side of a picture of some size covers, degrees. */
    public double fieldOfView(int width, int height) {
        return 2 * Math.toDegrees(Math.atan(Math.max(width, height) / (2 * focal)));
    }

    /** As {@link #ofFocal}, by the angle that the longer side of the picture covers, in degrees. */
    public static Camera ofFieldOfView(double degrees, int width, int height) {
        return ofFocal(Math.max(width, height) / (2 * Math.tan(Math.toRadians(degrees) / 2)), width, height);
    }
}
