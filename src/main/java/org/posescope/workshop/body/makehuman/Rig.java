package org.posescope.workshop.body.makehuman;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.posescope.body.math.Vec3;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;
import org.posescope.pose.SmplFamily;

/** The joints that a body is built with: a skeleton of the field, and where each joint is in MakeHuman's. Immutable. */
public final class Rig {
    /** The 24 joints of SMPL. */
    public static final Rig SMPL = new Rig(Skeletons.SMPL24, SmplJoints.BONES);
    /** The 55 joints of SMPL-X: those of SMPL up to the wrists, jaw, eyes and fingers. */
    public static final Rig SMPLX = new Rig(SmplFamily.SMPLX55, Stream.of(
            SmplJoints.BONES.subList(0, SmplJoints.LEFT_HAND).stream(), Stream.of("jaw", "eye.L", "eye.R"),
            fingers("L"), fingers("R")).flatMap(bones -> bones).toList());

    private static final int TOES = 5;
    private static final int PHALANGES = 3;

    private final Skeleton skeleton;
    private final List<String> bones;
    private final int[] parents;

    private Rig(Skeleton skeleton, List<String> bones) {
        this.skeleton = skeleton;
        this.bones = bones;
        parents = new int[skeleton.size()];
        Arrays.fill(parents, -1);
        skeleton.bones().forEach(bone -> parents[bone.to()] = bone.from());
    }

    /** In the order of SMPL-X: index, middle, little and ring finger, thumb. */
    private static Stream<String> fingers(String side) {
        return Stream.of(2, 3, 5, 4, 1).flatMap(
                finger -> IntStream.rangeClosed(1, PHALANGES).mapToObj(k -> "finger" + finger + "-" + k + "." + side));
    }

    public int size() {
        return parents.length;
    }

    public String name(int joint) {
        return skeleton.names().get(joint);
    }

    /**
     * The number of a joint.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public int index(String name) {
        return skeleton.index(name);
    }

    /** The joint that a joint hangs on, which has a lower number; -1 for the pelvis. */
    public int parent(int joint) {
        return parents[joint];
    }

    /** The joint on the other side of the body; itself in the middle. */
    public int mirror(int joint) {
        return skeleton.mirror(joint);
    }

    /** The joints of the left hand beyond the wrist that move single fingers; none where the hand is one piece. */
    public IntStream leftFingerJoints() {
        return IntStream.range(0, size()).filter(joint -> bones.get(joint).matches("finger.*\\.L"))
                .filter(_ -> hasFingers());
    }

    /** Whether hands have fingers and the head a jaw. */
    public boolean hasFingers() {
        return skeleton.equals(SmplFamily.SMPLX55);
    }

    /** The name of the bone of MakeHuman's skeleton at whose beginning a joint is. */
    public String bone(int joint) {
        return bones.get(joint);
    }

    /** The joints' places in a body given by all vertices of the base mesh. */
    public Vec3[] places(BaseMesh base, Vec3[] body) {
        return bones.stream()
                .map(bone -> bone.contains("*")
                        ? Vec3.mean(IntStream.rangeClosed(1, TOES)
                                .mapToObj(toe -> base.head(bone.replace("*", Integer.toString(toe)), body))
                                .toArray(Vec3[]::new))
                        : base.head(bone, body))
                .toArray(Vec3[]::new);
    }
}
