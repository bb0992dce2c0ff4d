package org.posescope.draw.scene;

import java.util.Locale;

import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.draw.mesh.RigidTransform;
import org.posescope.draw.mesh.Vectors;
import org.posescope.pose.Vector3;

/**
 * A camera that circles around a point and looks at it. Angles are radians, lengths metres; the world has the axes of the
 * source camera (x right, y down, z forward), so azimuth 0 looks the way the source camera does.
 *
 * @param azimuth     around the vertical, growing as the camera moves to the right
 * @param elevation   above the horizontal, kept below a right angle
 * @param distance    from the target
 * @param target      what is in the middle of the picture
 * @param fieldOfView between the upper and the lower border
 */
public record OrbitCamera(double azimuth, double elevation, double distance, Vector3 target, double fieldOfView) {
    private static final double STEEPEST = Math.toRadians(89);

    public OrbitCamera {
        elevation = Math.clamp(elevation, -STEEPEST, STEEPEST);
        if (!(distance > 0) || !(fieldOfView > 0 && fieldOfView < Math.PI)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "an orbit at %s m with %s rad", distance, fieldOfView));
        }
    }

    /** Where the camera is, world coordinates. */
    public Vector3 position() {
        return Vectors.add(target, Vectors.scale(forward(), -distance));
    }

    private Vector3 forward() {
        double level = Math.cos(elevation);
        return new Vector3((float) (-Math.sin(azimuth) * level), (float) Math.sin(elevation),
                (float) (Math.cos(azimuth) * level));
    }

    /** From world to camera coordinates. */
    public RigidTransform view() {
        Vector3 forward = forward();
        Vector3 right = Vectors.unit(new Vector3(forward.z(), 0, -forward.x()));
        return RigidTransform.lookingFrom(position(), right, Vectors.cross(forward, right), forward);
    }

    /** How it projects on a picture of the given size. */
    public PinholeCamera pinhole(int width, int height) {
        return PinholeCamera.ofFieldOfView(fieldOfView, width, height);
    }
}
