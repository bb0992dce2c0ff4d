package org.posescope.workshop.lift.pose;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeletons;

/** A pose under way: rotations of the joints of SMPL-24 relative to their parents; y up, a person at rest faces z. */
public final class BodyRotations {
    private final Rotation[] rotations = new Rotation[BodyParameters.JOINTS];

    public BodyRotations() {
        Arrays.fill(rotations, Rotation.IDENTITY);
    }

    static int joint(String name) {
        return Skeletons.SMPL24.index(name);
    }

    Rotation get(int joint) {
        return rotations[joint];
    }

    Rotation get(String joint) {
        return rotations[joint(joint)];
    }

    void set(int joint, Rotation rotation) {
        rotations[joint] = rotation;
    }

    void set(String joint, Rotation rotation) {
        set(joint(joint), rotation);
    }

    /** Turns a joint in the frame of its parent, on top of how it is turned. */
    void turn(String joint, Vec3 axis, double degrees) {
        set(joint, Rotation.about(axis, Math.toRadians(degrees)).times(get(joint)));
    }

    /** Takes joints of another pose. */
    void copy(BodyRotations other, List<String> joints) {
        joints.forEach(joint -> set(joint, other.get(joint)));
    }

    /** Turns the whole, y up. */
    void turnAll(Rotation rotation) {
        rotations[0] = rotation.times(rotations[0]);
    }

    /** Degrees by which a knee is bent. */
    double kneeFlexion(String side) {
        return Math.toDegrees(get(side + "knee").twist(Vec3.X));
    }

    /** Degrees by which an elbow is bent. */
    double elbowFlexion(String side) {
        return -outwards(side) * Math.toDegrees(get(side + "elbow").twist(Vec3.Y));
    }

    /** The sign of x on a side. */
    static int outwards(String side) {
        return side.equals("left_") ? 1 : -1;
    }

    /**
     * SMPL's parameters.
     *
     * @param turn from the frame of the pose into that of the result
     */
    public List<Quaternion> quaternions(Rotation turn) {
        return IntStream.range(0, rotations.length).mapToObj(k -> k == 0 ? turn.times(rotations[0]) : rotations[k])
                .map(r -> new Quaternion((float) r.w(), (float) r.x(), (float) r.y(), (float) r.z())).toList();
    }
}
