package org.posescope.app.scene3d.camera;

import org.posescope.app.scene3d.posed.Extent;
import org.posescope.draw.mesh.RigidTransform;
import org.posescope.draw.scene.OrbitCamera;
import org.posescope.pose.Vector3;

/**
 * Places the orbit's camera so that all of something is seen.
 *
 * @param fieldOfView between the upper and the lower border, radians
 * @param width       of the view, pixels
 * @param height      of the view, pixels
 */
record Framing(double fieldOfView, double width, double height) {
    private static final double NEAREST = 0.8;
    /** Kept free above and below for the controls, pixels. */
    private static final double CONTROLS = 66;
    private static final double LEAST_FILLED = 0.5;
    private static final double MOST_FILLED = 0.8;

    /** The nearest place from which all of the extent is seen with the target in the middle. */
    OrbitCamera frame(Extent extent, Vector3 target, double azimuth, double elevation) {
        RigidTransform view = new OrbitCamera(azimuth, elevation, 1, target, fieldOfView).view();
        double tangent = Math.tan(fieldOfView / 2);
        double slopeY = Math.clamp(1 - 2 * CONTROLS / height, LEAST_FILLED, MOST_FILLED) * tangent;
        double slopeX = MOST_FILLED * tangent * width / height;
        double distance = NEAREST;
        for (int corner = 0; corner < 8; corner++) {
            float x = (corner & 1) == 0 ? extent.min().x() : extent.max().x();
            float y = (corner & 2) == 0 ? extent.min().y() : extent.max().y();
            float z = (corner & 4) == 0 ? extent.min().z() : extent.max().z();
            double beyond = view.z(x, y, z) - 1;
            distance = Math.max(distance, Math.abs(view.x(x, y, z)) / slopeX - beyond);
            distance = Math.max(distance, Math.abs(view.y(x, y, z)) / slopeY - beyond);
        }
        return new OrbitCamera(azimuth, elevation, distance, target, fieldOfView);
    }
}
