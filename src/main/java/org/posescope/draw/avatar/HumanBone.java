package org.posescope.draw.avatar;

import java.util.Locale;
import java.util.Optional;

import org.posescope.pose.SmplFamily;

/** The bones of a VRM humanoid, and the joints of the body whose turns they take. */
enum HumanBone {
    HIPS("pelvis"), SPINE("spine1"), CHEST("spine2"), UPPER_CHEST("spine3"), NECK("neck"), HEAD("head"),
    LEFT_SHOULDER("left_collar"), LEFT_UPPER_ARM("left_shoulder"), LEFT_LOWER_ARM("left_elbow"),
    LEFT_HAND("left_wrist"), RIGHT_SHOULDER("right_collar"), RIGHT_UPPER_ARM("right_shoulder"),
    RIGHT_LOWER_ARM("right_elbow"), RIGHT_HAND("right_wrist"), LEFT_UPPER_LEG("left_hip"),
    LEFT_LOWER_LEG("left_knee"), LEFT_FOOT("left_ankle"), LEFT_TOES("left_foot"), RIGHT_UPPER_LEG("right_hip"),
    RIGHT_LOWER_LEG("right_knee"), RIGHT_FOOT("right_ankle"), RIGHT_TOES("right_foot"),
    LEFT_THUMB_METACARPAL("left_thumb1"), LEFT_THUMB_PROXIMAL("left_thumb2"), LEFT_THUMB_DISTAL("left_thumb3"),
    LEFT_INDEX_PROXIMAL("left_index1"), LEFT_INDEX_INTERMEDIATE("left_index2"), LEFT_INDEX_DISTAL("left_index3"),
    LEFT_MIDDLE_PROXIMAL("left_middle1"), LEFT_MIDDLE_INTERMEDIATE("left_middle2"),
    LEFT_MIDDLE_DISTAL("left_middle3"), LEFT_RING_PROXIMAL("left_ring1"), LEFT_RING_INTERMEDIATE("left_ring2"),
    LEFT_RING_DISTAL("left_ring3"), LEFT_LITTLE_PROXIMAL("left_pinky1"), LEFT_LITTLE_INTERMEDIATE("left_pinky2"),
    LEFT_LITTLE_DISTAL("left_pinky3"), RIGHT_THUMB_METACARPAL("right_thumb1"), RIGHT_THUMB_PROXIMAL("right_thumb2"),
    RIGHT_THUMB_DISTAL("right_thumb3"), RIGHT_INDEX_PROXIMAL("right_index1"),
    RIGHT_INDEX_INTERMEDIATE("right_index2"), RIGHT_INDEX_DISTAL("right_index3"),
    RIGHT_MIDDLE_PROXIMAL("right_middle1"), RIGHT_MIDDLE_INTERMEDIATE("right_middle2"),
    RIGHT_MIDDLE_DISTAL("right_middle3"), RIGHT_RING_PROXIMAL("right_ring1"), RIGHT_RING_INTERMEDIATE("right_ring2"),
    RIGHT_RING_DISTAL("right_ring3"), RIGHT_LITTLE_PROXIMAL("right_pinky1"),
    RIGHT_LITTLE_INTERMEDIATE("right_pinky2"), RIGHT_LITTLE_DISTAL("right_pinky3");

    private final String joint;
    private final String words;

    HumanBone(String joint) {
        this.joint = joint;
        this.words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Of the body: one that all of SMPL's family have, or of a finger. */
    String joint() {
        return joint;
    }

    boolean finger() {
        return SmplFamily.SMPLX55.index(joint) >= SmplFamily.BODY_JOINTS;
    }

    /** The bone that it ends at, where that makes its direction: those of arms and legs. */
    Optional<HumanBone> end() {
        return switch (this) {
            case LEFT_UPPER_ARM -> Optional.of(LEFT_LOWER_ARM);
            case LEFT_LOWER_ARM -> Optional.of(LEFT_HAND);
            case RIGHT_UPPER_ARM -> Optional.of(RIGHT_LOWER_ARM);
            case RIGHT_LOWER_ARM -> Optional.of(RIGHT_HAND);
            case LEFT_UPPER_LEG -> Optional.of(LEFT_LOWER_LEG);
            case LEFT_LOWER_LEG -> Optional.of(LEFT_FOOT);
            case RIGHT_UPPER_LEG -> Optional.of(RIGHT_LOWER_LEG);
            case RIGHT_LOWER_LEG -> Optional.of(RIGHT_FOOT);
            default -> Optional.empty();
        };
    }

    /** Whether at rest it is held as the bone above it is: hands go on along their arms, feet stand flat however legs are spread. */
    boolean alignedWithParent() {
        return finger() || this == LEFT_HAND || this == RIGHT_HAND;
    }

    /** Without it nobody could be driven. */
    boolean needed() {
        return this == HIPS || end().isPresent();
    }

    /** As people say it. */
    String words() {
        return words;
    }

    /** The bone of a name in a VRM file, of either version. */
    static Optional<HumanBone> ofVrm(String name) {
        for (HumanBone bone : values()) {
            if (bone.words.replace(" ", "").equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(bone);
            }
        }
        return Optional.empty();
    }

    /** The bone whose joint is called so by SMPL. */
    static Optional<HumanBone> ofJoint(String name) {
        for (HumanBone bone : values()) {
            if (bone.joint.equals(name)) {
                return Optional.of(bone);
            }
        }
        return Optional.empty();
    }
}
