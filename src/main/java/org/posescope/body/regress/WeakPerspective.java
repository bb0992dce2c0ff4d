package org.posescope.body.regress;

import org.posescope.frame.Region;
import org.posescope.pose.Camera;
import org.posescope.pose.Vector3;

/**
 * The camera that HMR gives for the square it looked at: a point (X, Y) of the body is seen at
 * {@code scale * (X + x, Y + y)}, where the square reaches from -1 to 1.
 */
record WeakPerspective(float scale, float x, float y) {
    private static final float LEAST_SCALE = 1e-3f;

    /**
     * Where the body stands before a real camera: at the distance where it is seen in that size, on the ray where it is seen
     * (SPIN, {@code demo.py}, there with a made-up focal length and the camera's axis through the square).
     *
     * @param square in pixels of the frame
     * @return from the camera to the body's origin, metres
     */
    Vector3 translation(Region square, Camera camera) {
        double depth = 2 * camera.focal() / (square.width() * Math.max(scale, LEAST_SCALE));
        return new Vector3((float) (x + (square.centerX() - camera.centerX()) * depth / camera.focal()),
                (float) (y + (square.centerY() - camera.centerY()) * depth / camera.focal()), (float) depth);
    }
}
