package org.posescope.measure.angle;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An angle of a posed body. Zero, sign and axes: docs/angles.md. */
public enum PoseAngle {
    PELVIS_TILT("pelvis", 0), PELVIS_OBLIQUITY("pelvis", 0), PELVIS_ROTATION("pelvis", 0),
    TRUNK_LEAN_FORWARD("spine3", 0), TRUNK_LEAN_SIDE("spine3", 0),
    TRUNK_FLEXION("spine1", 0), TRUNK_BEND("spine1", 0), TRUNK_TWIST("spine1", 0),
    NECK_FLEXION("neck", 0), NECK_BEND("neck", 0), NECK_TWIST("neck", 0),
    LEFT_HIP_FLEXION("left_hip", 60), LEFT_HIP_ABDUCTION("left_hip", 0), LEFT_HIP_ROTATION("left_hip", 0),
    LEFT_KNEE_FLEXION("left_knee", 60), LEFT_ANKLE_DORSIFLEXION("left_ankle", 0), LEFT_ANKLE_INVERSION("left_ankle", 0),
    LEFT_SHOULDER_FLEXION("left_shoulder", 0), LEFT_SHOULDER_ABDUCTION("left_shoulder", 0),
    LEFT_SHOULDER_ROTATION("left_shoulder", 0), LEFT_ELBOW_FLEXION("left_elbow", 60),
    LEFT_FOREARM_PRONATION("left_elbow", 0), LEFT_WRIST_FLEXION("left_wrist", 0),
    LEFT_WRIST_DEVIATION("left_wrist", 0),
    RIGHT_HIP_FLEXION("right_hip", 60), RIGHT_HIP_ABDUCTION("right_hip", 0), RIGHT_HIP_ROTATION("right_hip", 0),
    RIGHT_KNEE_FLEXION("right_knee", 60), RIGHT_ANKLE_DORSIFLEXION("right_ankle", 0),
    RIGHT_ANKLE_INVERSION("right_ankle", 0), RIGHT_SHOULDER_FLEXION("right_shoulder", 0),
    RIGHT_SHOULDER_ABDUCTION("right_shoulder", 0), RIGHT_SHOULDER_ROTATION("right_shoulder", 0),
    RIGHT_ELBOW_FLEXION("right_elbow", 60), RIGHT_FOREARM_PRONATION("right_elbow", 0),
    RIGHT_WRIST_FLEXION("right_wrist", 0), RIGHT_WRIST_DEVIATION("right_wrist", 0);

    private static final double HALF_TURN = 180;
    private static final double TURN = 360;

    private final String joint;
    private final double middle;

    PoseAngle(String joint, double middle) {
        this.joint = joint;
        this.middle = middle;
    }

    /** Of the joint's angles, in their order; empty for a joint that has none. */
    public static List<PoseAngle> at(String joint) {
        return Arrays.stream(values()).filter(each -> each.joint.equals(joint)).toList();
    }

    /** As files name it: {@code left_knee_flexion}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As people read it: {@code Left knee flexion}. */
    public String title() {
        String words = id().replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The name of the joint in {@link org.posescope.pose.Skeletons#SMPL24} that turns. */
    public String joint() {
        return joint;
    }

    /** The same angle of the other side; empty for one of the trunk. */
    public Optional<PoseAngle> otherSide() {
        return Arrays.stream(values()).filter(each -> each != this && side(each.name()).equals(side(name())))
                .findFirst();
    }

    private static String side(String name) {
        return name.replaceFirst("^(LEFT|RIGHT)_", "");
    }

    /** The same direction in the range of one turn that is farthest from tearing what the joint does, degrees. */
    double inRange(double degrees) {
        return degrees - TURN * Math.ceil((degrees - middle - HALF_TURN) / TURN);
    }
}
