package org.posescope.record.motion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.posescope.body.BodyModel;
import org.posescope.body.JointRotations;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.FingersAndFace;
import org.posescope.pose.Vector3;

/**
 * The pose of one body at one moment.
 *
 * @param rotations  a unit quaternion a joint of the body model, relative to the parent, first that of the pelvis in the world
 * @param pelvis     where the first joint is, metres, in the world
 * @param expression components of the face's expression; 10, or none where the face is stiff
 */
public record MotionFrame(List<Rotation> rotations, Vec3 pelvis, List<Float> expression) {
    /** Half a turn about x: from the camera's axes (y down, z forward) to those of the world (y up, z backward). */
    static final Rotation UPRIGHT = new Rotation(0, 1, 0, 0);

    public MotionFrame {
        rotations = List.copyOf(rotations);
        expression = List.copyOf(expression);
    }

    /** A pose of a body with a stiff face. */
    public MotionFrame(List<Rotation> rotations, Vec3 pelvis) {
        this(rotations, pelvis, List.of());
    }

    /** The same fingers and face elsewhere. */
    MotionFrame moved(List<Rotation> newRotations, Vec3 newPelvis) {
        return new MotionFrame(newRotations, newPelvis, expression);
    }

    /** A body whose axes are y down and z away from the camera, with y up. */
    public static MotionFrame of(BodyModel model, BodyParameters body) {
        int joints = model.parents().length;
        List<Rotation> rotations = new ArrayList<>(joints);
        JointRotations.of(body, joints)
                .forEach(each -> rotations.add(Slerp.unit(each.w(), each.x(), each.y(), each.z())));
        rotations.set(0, UPRIGHT.times(rotations.getFirst()));
        float[] betas = new float[BodyParameters.BETAS];
        for (int i = 0; i < betas.length; i++) {
            betas[i] = body.betas().get(i);
        }
        float[] rest = model.restJoints(betas);
        Vector3 origin = body.translation();
        Vec3 pelvis = new Vec3(rest[0], rest[1], rest[2]).plus(new Vec3(origin.x(), origin.y(), origin.z()));
        List<Float> expression = body.fingersAndFace().map(FingersAndFace::expression)
                .orElse(Collections.nCopies(FingersAndFace.EXPRESSIONS, 0f))
                .subList(0, model.expressionComponents());
        return new MotionFrame(rotations, UPRIGHT.apply(pelvis), expression);
    }
}
