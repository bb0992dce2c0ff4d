package org.posescope.workshop.body.skin;

import java.util.Arrays;
import java.util.List;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.Rig;

/**
 * The joints in a pose, the pelvis staying in place.
 *
 * @param world  how each joint is turned, in the world's axes
 * @param places where each is
 */
record JointFrames(List<Rotation> world, List<Vec3> places) {

    /** A pose in which nothing is turned. */
    static Rotation[] restPose(Rig rig) {
        Rotation[] pose = new Rotation[rig.size()];
        Arrays.fill(pose, Rotation.IDENTITY);
        return pose;
    }

    /**
     * A pose by forward kinematics.
     *
     * @param rest  the joints' places in the rest pose
     * @param local rotation of each joint against its parent
     */
    static JointFrames of(Rig rig, Vec3[] rest, Rotation[] local) {
        Rotation[] world = local.clone();
        Vec3[] places = rest.clone();
        for (int j = 1; j < rest.length; j++) {
            int parent = rig.parent(j);
            world[j] = world[parent].times(local[j]);
            places[j] = places[parent].plus(world[parent].apply(rest[j].minus(rest[parent])));
        }
        return new JointFrames(List.of(world), List.of(places));
    }
}
