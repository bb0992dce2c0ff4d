package org.posescope.pose;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The kinematic trees of SMPL and of its kin with fingers: SMPL-H (Romero et al. 2017) and SMPL-X (Pavlakos et al. 2019). Up to
 * the wrists they are the same; SMPL goes on with one joint a hand.
 */
public final class SmplFamily {
    /** Joints that all of them have: the body up to the wrists. */
    public static final int BODY_JOINTS = 22;
    /** Joints of one hand with fingers: three for each of index, middle, little and ring finger and thumb, from the palm on. */
    public static final int HAND_JOINTS = 15;

    private static final int HEAD = 15;
    private static final int LEFT_WRIST = 20;
    private static final int RIGHT_WRIST = 21;

    /** 52 joints: the body, the left hand, the right hand. */
    public static final Skeleton SMPLH52 = skeleton("smplh52", Stream.of());
    /** 55 joints: the body, jaw and eyes, the left hand, the right hand. */
    public static final Skeleton SMPLX55 = skeleton("smplx55",
            Stream.of("jaw", "left_eye_smplhf", "right_eye_smplhf"));

    private SmplFamily() {}

    /**
     * The tree with so many joints.
     *
     * @throws IllegalArgumentException when none of them has
     */
    public static Skeleton withJoints(int joints) {
        return Stream.of(Skeletons.SMPL24, SMPLH52, SMPLX55).filter(tree -> tree.size() == joints).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no body of SMPL's family has " + joints + " joints"));
    }

    private static Skeleton skeleton(String id, Stream<String> face) {
        List<String> head = Stream.concat(Skeletons.SMPL24.names().stream().limit(BODY_JOINTS), face).toList();
        List<String> names = Stream.of(head.stream(), fingers("left"), fingers("right")).flatMap(part -> part).toList();
        List<Bone> bones = Stream.of(Skeletons.SMPL24.bones().stream().filter(bone -> bone.to() < BODY_JOINTS),
                IntStream.range(BODY_JOINTS, head.size()).mapToObj(joint -> new Bone(HEAD, joint)),
                fingerBones(LEFT_WRIST, head.size()), fingerBones(RIGHT_WRIST, head.size() + HAND_JOINTS))
                .flatMap(part -> part).toList();
        return new Skeleton(id, names, bones);
    }

    private static Stream<String> fingers(String side) {
        return Stream.of("index", "middle", "pinky", "ring", "thumb")
                .flatMap(finger -> IntStream.rangeClosed(1, 3).mapToObj(k -> side + "_" + finger + k));
    }

    private static Stream<Bone> fingerBones(int wrist, int first) {
        return IntStream.range(0, HAND_JOINTS)
                .mapToObj(k -> new Bone(k % 3 == 0 ? wrist : first + k - 1, first + k));
    }
}
