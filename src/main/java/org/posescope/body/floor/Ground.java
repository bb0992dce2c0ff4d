package org.posescope.body.floor;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Extrinsics;
import org.posescope.pose.Vector3;

/**
 * A level floor as a camera sees it.
 *
 * @param up     direction away from the floor, unit length, camera frame
 * @param height of the camera above it, metres
 */
public record Ground(Vec3 up, double height) {
    /** Up of a camera that is held level. */
    public static final Vec3 LEVEL = new Vec3(0, -1, 0);

    /** @throws IllegalArgumentException when a number is not finite or there is no direction */
    public Ground {
        if (!Double.isFinite(height) || !(up.length() > 0) || !Double.isFinite(up.length())) {
            throw new IllegalArgumentException("no floor is " + height + " m below a camera in the direction " + up);
        }
        up = up.unit();
    }

    /** How far a point of the camera frame is above the floor, metres. */
    public double above(Vec3 point) {
        return up.dot(point) + height;
    }

    /** By how much the camera looks down, degrees; up is negative. */
    public double pitch() {
        return Math.toDegrees(Math.atan2(-up.z(), Math.hypot(up.x(), up.y())));
    }

    /** By how much the camera is turned about its line of sight, degrees, clockwise as it sees it. */
    public double roll() {
        return Math.toDegrees(Math.atan2(-up.x(), -up.y()));
    }

    /** From the axes of the camera to upright ones: y down, x and z turned no more than necessary. */
    public Rotation upright() {
        return Rotation.between(up, LEVEL);
    }

    /** The upright world whose origin is the camera. */
    public Extrinsics atCamera() {
        return new Extrinsics(upright().inverse().matrix(), new Vector3(0, 0, 0));
    }

    /** The upright world whose origin is on the floor below the camera. */
    public Extrinsics onFloor() {
        Vec3 below = up.times(-height);
        return new Extrinsics(upright().inverse().matrix(),
                new Vector3((float) below.x(), (float) below.y(), (float) below.z()));
    }

    /** On the way to another one. */
    Ground towards(Ground other, double share) {
        return new Ground(up.lerp(other.up, share), height + share * (other.height - height));
    }

    /** Angle to the up of another one, degrees. */
    public double turnFrom(Ground other) {
        return Math.toDegrees(Math.atan2(up.cross(other.up).length(), up.dot(other.up)));
    }
}
