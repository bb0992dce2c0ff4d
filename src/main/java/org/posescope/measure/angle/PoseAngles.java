package org.posescope.measure.angle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;

/** The angles of a body in one pose, of its rotations alone, so that they do not depend on its shape. Immutable. */
public final class PoseAngles {
    private static final Vec3 LEFT = Vec3.X;
    private static final Vec3 RIGHT = Vec3.X.times(-1);
    private static final Vec3 UP = Vec3.Y;
    private static final Vec3 DOWN = Vec3.Y.times(-1);
    private static final Vec3 FORWARD = Vec3.Z;
    private static final Vec3 BACKWARD = Vec3.Z.times(-1);

    /** Half a turn about x: from y down and z forward to y up and z backward. */
    private static final Rotation UPRIGHT = new Rotation(0, 1, 0, 0);

    private final BodyTurns turns;
    private final Map<PoseAngle, Double> degrees = new EnumMap<>(PoseAngle.class);

    private PoseAngles(BodyTurns turns) {
        this.turns = turns;
    }

    /**
     * All angles, degrees, each in the turn about the middle of what its joint does.
     *
     * @param rotations 24, relative to the parent in the order of {@link org.posescope.pose.Skeletons#SMPL24}, first that of the pelvis in a world whose y
     *                  is up; a body that is not turned faces z
     * @throws IllegalArgumentException when there are not as many
     */
    public static Map<PoseAngle, Double> of(List<Rotation> rotations) {
        PoseAngles angles = new PoseAngles(new BodyTurns(rotations));
        angles.trunk();
        angles.side(true);
        angles.side(false);
        return angles.degrees;
    }

    /**
     * As {@link #of} of a body as a camera sees it, y down and z away from the camera.
     *
     * @param level turns from the axes of the camera to those of one that is held level
     */
    public static Map<PoseAngle, Double> seen(BodyParameters body, Rotation level) {
        List<Rotation> rotations = new ArrayList<>(BodyParameters.JOINTS);
        body.rotations().forEach(each -> rotations.add(new Rotation(each.w(), each.x(), each.y(), each.z())));
        rotations.set(0, UPRIGHT.times(level).times(rotations.getFirst()));
        return of(rotations);
    }

    private void trunk() {
        Rotation pelvis = turns.of("pelvis");
        Cardan tilt = Cardan.of(pelvis, new Cardan.Axes(UP, BACKWARD, LEFT));
        put("PELVIS_ROTATION", tilt.first());
        put("PELVIS_OBLIQUITY", tilt.second());
        put("PELVIS_TILT", tilt.third());
        Rotation trunk = turns.trunk();
        Cardan lean = Cardan.of(pelvis.times(trunk), new Cardan.Axes(UP, FORWARD, LEFT));
        put("TRUNK_LEAN_SIDE", lean.second());
        put("TRUNK_LEAN_FORWARD", lean.third());
        spine("TRUNK_", trunk);
        spine("NECK_", turns.of("neck", "head"));
    }

    private void spine(String name, Rotation turn) {
        Cardan bent = Cardan.of(turn, new Cardan.Axes(LEFT, FORWARD, UP));
        put(name + "FLEXION", bent.first());
        put(name + "BEND", bent.second());
        put(name + "TWIST", bent.third());
    }

    private void side(boolean left) {
        String joint = BodyTurns.side(left);
        String name = left ? "LEFT_" : "RIGHT_";
        Vec3 outward = left ? FORWARD : BACKWARD;
        Vec3 inward = left ? DOWN : UP;
        Cardan hip = Cardan.of(turns.of(joint + "hip"), new Cardan.Axes(RIGHT, outward, inward));
        put(name + "HIP_FLEXION", hip.first());
        put(name + "HIP_ABDUCTION", hip.second());
        put(name + "HIP_ROTATION", hip.third());
        put(name + "KNEE_FLEXION",
                Cardan.of(turns.of(joint + "knee"), new Cardan.Axes(LEFT, outward, inward)).first());
        Cardan ankle = Cardan.of(turns.of(joint + "ankle"), new Cardan.Axes(RIGHT, outward.times(-1), inward));
        put(name + "ANKLE_DORSIFLEXION", ankle.first());
        put(name + "ANKLE_INVERSION", ankle.second());

        ArmSwing arm = ArmSwing.of(turns.upperArm(left), left);
        put(name + "SHOULDER_FLEXION", arm.flexion());
        put(name + "SHOULDER_ABDUCTION", arm.abduction());
        put(name + "SHOULDER_ROTATION", arm.rotation());
        Cardan elbow = Cardan.of(turns.arm(left, "elbow"),
                new Cardan.Axes(RIGHT, outward, inward));
        put(name + "ELBOW_FLEXION", elbow.first());
        put(name + "FOREARM_PRONATION", elbow.third());
        Cardan wrist = Cardan.of(turns.arm(left, "wrist"),
                new Cardan.Axes(outward.times(-1), RIGHT, inward));
        put(name + "WRIST_FLEXION", wrist.first());
        put(name + "WRIST_DEVIATION", wrist.second());
    }

    private void put(String name, double value) {
        PoseAngle angle = PoseAngle.valueOf(name);
        degrees.put(angle, angle.inRange(value));
    }
}
