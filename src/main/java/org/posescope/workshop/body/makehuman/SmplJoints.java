package org.posescope.workshop.body.makehuman;

import java.util.List;
import java.util.stream.IntStream;

import org.posescope.body.math.Vec3;
import org.posescope.pose.Skeletons;

/** SMPL's joints: their numbers, how they hang together, and where they are in MakeHuman's skeleton. */
public final class SmplJoints {
    public static final int COUNT = Skeletons.SMPL24.size();
    public static final int PELVIS = 0;
    public static final int LEFT_HIP = 1;
    public static final int RIGHT_HIP = 2;
    public static final int SPINE1 = 3;
    public static final int LEFT_KNEE = 4;
    public static final int SPINE2 = 6;
    public static final int LEFT_ANKLE = 7;
    public static final int SPINE3 = 9;
    public static final int LEFT_FOOT = 10;
    public static final int NECK = 12;
    public static final int LEFT_COLLAR = 13;
    public static final int HEAD = 15;
    public static final int LEFT_SHOULDER = 16;
    public static final int LEFT_ELBOW = 18;
    public static final int LEFT_WRIST = 20;
    public static final int LEFT_HAND = 22;

    /**
     * Bones at whose beginning each joint is; with a star, the mean over all toes. Spine2 is spine02, the middle of the back:
     * SMPL's second spine joint is about half way from the pelvis to the neck.
     */
    static final List<String> BONES = List.of("spine05", "upperleg01.L", "upperleg01.R", "spine04",
            "lowerleg01.L", "lowerleg01.R", "spine02", "foot.L", "foot.R", "spine01", "toe*-1.L", "toe*-1.R", "neck01",
            "clavicle.L", "clavicle.R", "head", "upperarm01.L", "upperarm01.R", "lowerarm01.L", "lowerarm01.R",
            "wrist.L", "wrist.R", "finger3-1.L", "finger3-1.R");

    private SmplJoints() {}

    /** The joint on the other side of the body; itself in the middle. */
    public static int mirror(int joint) {
        return Skeletons.SMPL24.mirror(joint);
    }

    /** The joints' places in a body given by all vertices of the base mesh. */
    public static Vec3[] places(BaseMesh base, Vec3[] body) {
        return Rig.SMPL.places(base, body);
    }
}
