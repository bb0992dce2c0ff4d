package org.posescope.app.scene3d.posed;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Camera;

/**
 * What the source camera sees.
 *
 * @param width  of its picture, pixels
 * @param height of its picture, pixels
 * @param turn   from its axes to those of the scene
 */
public record SourceView(Camera camera, int width, int height, Rotation turn) {
    /** Of a camera that is level. */
    public SourceView(Camera camera, int width, int height) {
        this(camera, width, height, Rotation.IDENTITY);
    }

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
        return turned(new float[][] {{0, 0, 0, left, top, z}, {0, 0, 0, right, top, z}, {0, 0, 0, right, bottom, z},
            {0, 0, 0, left, bottom, z}, {left, top, z, right, top, z}, {right, top, z, right, bottom, z},
            {right, bottom, z, left, bottom, z}, {left, bottom, z, left, top, z},
            {middle - 0.2f * width, top - 0.05f * width, z, middle, roof, z},
            {middle, roof, z, middle + 0.2f * width, top - 0.05f * width, z}});
    }

    private float[][] turned(float[][] lines) {
        for (float[] line : lines) {
            for (int i = 0; i < line.length; i += 3) {
                Vec3 point = turn.apply(new Vec3(line[i], line[i + 1], line[i + 2]));
                line[i] = (float) point.x();
                line[i + 1] = (float) point.y();
                line[i + 2] = (float) point.z();
            }
        }
        return lines;
    }
}
