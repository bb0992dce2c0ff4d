package org.posescope.pose;

/** What is known of the camera's optics; makes a {@link Camera} for a size of picture. */
public sealed interface Lens {
    /** The longer side of the picture covers 60 degrees, as usual for webcams and phones. */
    Lens DEFAULT = new FieldOfView(60);

    /** A focal length in pixels. */
    record Focal(double pixels) implements Lens {
        @Override
        public Camera camera(int width, int height) {
            return Camera.ofFocal(pixels, width, height);
        }
    }

    /** The angle that the longer side of the picture covers. */
    record FieldOfView(double degrees) implements Lens {
        @Override
        public Camera camera(int width, int height) {
            return Camera.ofFieldOfView(degrees, width, height);
        }
    }

    Camera camera(int width, int height);
}
