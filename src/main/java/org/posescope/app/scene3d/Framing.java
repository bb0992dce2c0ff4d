package org.posescope.app.scene3d;

import org.posescope.draw.mesh.OrbitCamera;
import org.posescope.draw.mesh.RigidTransform;
import org.posescope.pose.Vector3;

/**
 * Places the orbit's camera so that all of something is seen.
 *
 * @param fieldOfView between the upper and the lower border, radians
 * @param aspect      width of the view by its height
 */
record Framing(double fieldOfView, double aspect) {
    /** The share of the view that may be filled; the rest stays free for the controls. */
    private static final double FILLED = 0.74;
    private static final double NEAREST = 0.8;

    /** The nearest place from which all of the extent is seen with the target in the middle. */
    OrbitCamera frame(Extent extent, Vector3 target, double azimuth, double elevation) {
        RigidTransform view = new OrbitCamera(azimuth, elevation, 1, target, fieldOfView).view();
        double slopeY = FILLED * Math.tan(fieldOfView / 2);
        double slopeX = slopeY * aspect;
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
