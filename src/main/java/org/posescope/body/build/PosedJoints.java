package org.posescope.body.build;

import java.util.Arrays;

/**
 * Forward kinematics of SMPL's tree: where the joints are and how they are turned in the world's axes, the pelvis staying in place.
 */
record PosedJoints(Rotation[] world, Vec3[] places) {

    /** A pose in which nothing is turned. */
    static Rotation[] restPose() {
        Rotation[] pose = new Rotation[SmplJoints.COUNT];
        Arrays.fill(pose, Rotation.IDENTITY);
        return pose;
    }

    /**
     * A pose.
     *
     * @param rest  the joints' places in the rest pose
     * @param local rotation of each joint against its parent
     */
    static PosedJoints of(Vec3[] rest, Rotation[] local) {
        Rotation[] world = local.clone();
        Vec3[] places = rest.clone();
        for (int j = 1; j < rest.length; j++) {
            int parent = SmplJoints.parent(j);
            world[j] = world[parent].times(local[j]);
            places[j] = places[parent].plus(world[parent].apply(rest[j].minus(rest[parent])));
        }
        return new PosedJoints(world, places);
    }
}
