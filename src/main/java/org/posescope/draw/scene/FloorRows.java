package org.posescope.draw.scene;

import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.draw.mesh.RigidTransform;
import org.posescope.pose.Vector3;

/**
 * Where the pixels of a picture meet the floor. A camera without roll sees each row of pixels at one depth, so a row is a
 * straight line on the floor along which points are evenly spaced. World coordinates, metres.
 */
final class FloorRows {
    /** Nothing is drawn farther than this. */
    private static final double FARTHEST = 200;

    private final PinholeCamera camera;
    private final RigidTransform view;
    private final Vector3 position;
    private final double floor;
    private double x;
    private double z;
    private double xPerColumn;
    private double zPerColumn;

    FloorRows(OrbitCamera orbit, int width, int height, double floor) {
        this.camera = orbit.pinhole(width, height);
        this.view = orbit.view();
        this.position = orbit.position();
        this.floor = floor;
    }

    /** Goes to the row at {@code y} pixels (0.5 is the middle of the first); false when it does not see the floor. */
    boolean at(double y) {
        float v = (float) ((y - camera.cy()) / camera.fy());
        float u = (float) ((0.5 - camera.cx()) / camera.fx());
        float downwards = view.backY(u, v, 1);
        double reach = (floor - position.y()) / downwards;
        if (!(reach > 0 && reach < FARTHEST)) {
            return false;
        }
        x = position.x() + reach * view.backX(u, v, 1);
        z = position.z() + reach * view.backZ(u, v, 1);
        xPerColumn = reach * view.backX(1, 0, 0) / camera.fx();
        zPerColumn = reach * view.backZ(1, 0, 0) / camera.fx();
        return true;
    }

    /** x at the middle of the row's first pixel. */
    double x() {
        return x;
    }

    double z() {
        return z;
    }

    double xPerColumn() {
        return xPerColumn;
    }

    double zPerColumn() {
        return zPerColumn;
    }
}
