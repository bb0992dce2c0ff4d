package org.posescope.body.build;

import java.util.Arrays;
import java.util.List;
import org.posescope.pose.Skeletons;

/** Where SMPL's joints are in MakeHuman's skeleton, and how they hang together. */
final class SmplJoints {
    static final int COUNT = Skeletons.SMPL24.size();
    static final int LEFT_HIP = 1;
    static final int RIGHT_HIP = 2;
    static final int SPINE1 = 3;
    static final int LEFT_KNEE = 4;
    static final int SPINE2 = 6;
    static final int LEFT_ANKLE = 7;
    static final int SPINE3 = 9;
    static final int LEFT_FOOT = 10;
    static final int NECK = 12;
    static final int LEFT_COLLAR = 13;
    static final int HEAD = 15;
    static final int LEFT_SHOULDER = 16;
    static final int LEFT_ELBOW = 18;
    static final int LEFT_WRIST = 20;
    static final int LEFT_HAND = 22;

    /**
     * Bones at whose beginning each joint is. Spine2 is MakeHuman's spine02, the middle of the back: SMPL's second spine joint
     * is about half way from pelvis to neck.
     */
    private static final List<String> BONES = List.of("spine05", "upperleg01.L", "upperleg01.R", "spine04",
            "lowerleg01.L",
            "lowerleg01.R", "spine02", "foot.L", "foot.R", "spine01", "toe*-1.L", "toe*-1.R", "neck01", "clavicle.L",
            "clavicle.R", "head", "upperarm01.L", "upperarm01.R", "lowerarm01.L", "lowerarm01.R", "wrist.L", "wrist.R",
            "finger3-1.L", "finger3-1.R");
    private static final int TOES = 5;

    private static final int[] PARENT = parents();

    private SmplJoints() {}

    private static int[] parents() {
        int[] parent = new int[COUNT];
        parent[0] = -1;
        Skeletons.SMPL24.bones().forEach(bone -> parent[bone.to()] = bone.from());
        return parent;
    }

    /** The joint that a joint hangs on; -1 for the pelvis. Parents have lower numbers than their children. */
    static int parent(int joint) {
        return PARENT[joint];
    }

    /** The joint on the other side of the body; itself in the middle. */
    static int mirror(int joint) {
        return Skeletons.SMPL24.mirror(joint);
    }

    /** The joints' places in a body given by all vertices of the base mesh. */
    static Vec3[] of(BaseMesh base, Vec3[] body) {
        return BONES.stream().map(bone -> place(base, body, bone)).toArray(Vec3[]::new);
    }

    private static Vec3 place(BaseMesh base, Vec3[] body, String bone) {
        if (!bone.contains("*")) {
            return base.head(bone, body);
        }
        Vec3 sum = Vec3.ZERO;
        for (int toe = 1; toe <= TOES; toe++) {
            sum = sum.plus(base.head(bone.replace("*", Integer.toString(toe)), body));
        }
        return sum.times(1.0 / TOES);
    }
}
