package org.posescope.app.player;

/**
 * How the user wants cameras to be.
 *
 * @param mirrored whether their picture is shown as a mirror shows it
 * @param width    of the picture, pixels; 0: the camera's choice
 * @param height   likewise; given together with the width
 * @param fps      frames a second; 0: the camera's choice
 */
public record CameraChoice(boolean mirrored, int width, int height, double fps) {
    public static final CameraChoice DEFAULT = new CameraChoice(false, 0, 0, 0);

    /** @throws IllegalArgumentException when something is out of range */
    public CameraChoice {
        if (width < 0 || height < 0 || (width == 0) != (height == 0) || !(fps >= 0 && Double.isFinite(fps))) {
            throw new IllegalArgumentException("no camera gives " + width + "x" + height + " at " + fps);
        }
    }

    public CameraChoice withMirror(boolean wanted) {
        return new CameraChoice(wanted, width, height, fps);
    }

    public CameraChoice withSize(int newWidth, int newHeight) {
        return new CameraChoice(mirrored, newWidth, newHeight, fps);
    }

    public CameraChoice withFps(double newFps) {
        return new CameraChoice(mirrored, width, height, newFps);
    }

    /** Whether a camera that is open has to be opened again for another choice. */
    public boolean opensAs(CameraChoice other) {
        return equals(other.withMirror(mirrored));
    }
}
