package org.posescope.app.scene3d.posed;

import org.posescope.pose.Camera;

/**
 * What the source camera sees.
 *
 * @param width  of its picture, pixels
 * @param height of its picture, pixels
 */
public record SourceView(Camera camera, int width, int height) {
    /** The lines of the pyramid of sight. */
    public static final int LINES = 10;

    /**
     * The pyramid of sight: its four edges, the four borders of the picture, and a roof that tells where up is.
     *
     * @param depth of the picture's plane, metres
     * @return x, y, z of the two ends of each line
     */
    public float[][] lines(double depth) {
        float left = (float) (-camera.centerX() / camera.focal() * depth);
        float right = (float) ((width - camera.centerX()) / camera.focal() * depth);
        float top = (float) (-camera.centerY() / camera.focal() * depth);
        float bottom = (float) ((height - camera.centerY()) / camera.focal() * depth);
        float z = (float) depth;
        float middle = (left + right) / 2;
        float width = right - left;
        float roof = top - 0.22f * width;
        return new float[][] {{0, 0, 0, left, top, z}, {0, 0, 0, right, top, z}, {0, 0, 0, right, bottom, z},
            {0, 0, 0, left, bottom, z}, {left, top, z, right, top, z}, {right, top, z, right, bottom, z},
            {right, bottom, z, left, bottom, z}, {left, bottom, z, left, top, z},
            {middle - 0.2f * width, top - 0.05f * width, z, middle, roof, z},
            {middle, roof, z, middle + 0.2f * width, top - 0.05f * width, z}};
    }
}
