package org.posescope.workshop.demo.stage;

import java.util.ArrayList;
import java.util.List;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Vector3;
import org.posescope.workshop.demo.motion.ActorPose;

/**
 * A camera on a tripod: it stands in the world (metres, y up), looks along -z and is tipped down a little. Its own frame is x
 * right, y down, z forward.
 *
 * @param position in the world
 * @param tipped   radians
 * @param lens     how it projects
 */
public record StageCamera(Vec3 position, double tipped, PinholeCamera lens) {
    private Rotation turn() {
        return Rotation.about(Vec3.X, Math.PI + tipped);
    }

    /** A point of the world in the camera's frame. */
    Vec3 toCamera(Vec3 point) {
        return turn().apply(point.minus(position));
    }

    /** A point of the camera's frame in the world. */
    public Vec3 toWorld(Vec3 point) {
        return position.plus(turn().inverse().apply(point));
    }

    /**
     * A pose as SMPL's parameters in this camera's frame.
     *
     * @param pelvis the pelvis joint of the body at rest
     */
    public BodyParameters parameters(ActorPose pose, List<Float> betas, Vec3 pelvis) {
        List<Quaternion> rotations = new ArrayList<>();
        for (Rotation rotation : pose.rotations()) {
            Rotation own = rotations.isEmpty() ? turn().times(rotation) : rotation;
            rotations.add(new Quaternion((float) own.w(), (float) own.x(), (float) own.y(), (float) own.z()));
        }
        Vec3 translation = toCamera(pose.pelvis()).minus(pelvis);
        return new BodyParameters(rotations, betas,
                new Vector3((float) translation.x(), (float) translation.y(), (float) translation.z()));
    }

    /** The same view in a picture of another size. */
    StageCamera scaled(int factor) {
        return new StageCamera(position, tipped, new PinholeCamera(factor * lens.fx(), factor * lens.fy(),
                factor * lens.cx(), factor * lens.cy(), factor * lens.width(), factor * lens.height()));
    }

    /** The direction in the world of the ray through a place of the picture, 1 long along the camera's axis. */
    Vec3 ray(double column, double row) {
        return turn().inverse()
                .apply(new Vec3((column - lens.cx()) / lens.fx(), (row - lens.cy()) / lens.fy(), 1));
    }
}
