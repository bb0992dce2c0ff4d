package org.posescope.draw.avatar;

import java.util.List;

import org.posescope.body.math.Vec3;

/**
 * Bones of hair and clothes that swing by themselves, at rest, in the frame and unit of the avatar.
 *
 * @param bones     each after those that it hangs on
 * @param colliders that they keep out of
 */
record Springs(List<Springs.Bone> bones, List<Springs.Collider> colliders) {
    static final Springs NONE = new Springs(List.of(), List.of());

    /**
     * A bone that swings.
     *
     * @param number    of the avatar's bone
     * @param tail      from the bone to its end
     * @param stiffness how fast it turns back to rest, lengths a second
     * @param drag      what it loses of its speed in a step, 0..1
     * @param gravity   how fast it is drawn where, likewise
     * @param radius    how thick it is at its end
     * @param colliders numbers of those that it keeps out of
     * @param center    bone that takes it along without making it swing; -1: none
     */
    record Bone(int number, Vec3 tail, double stiffness, double drag, Vec3 gravity, double radius,
            List<Integer> colliders, int center) {}

    /**
     * A sphere, or a capsule where it has a tail.
     *
     * @param bone   that it moves with
     * @param offset of its middle from the bone
     * @param tail   of its other end
     */
    record Collider(int bone, Vec3 offset, Vec3 tail, double radius) {}

    Springs {
        bones = List.copyOf(bones);
        colliders = List.copyOf(colliders);
    }
}
