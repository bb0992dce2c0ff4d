package org.posescope.workshop.body.skin;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.RotationSum;
import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.BaseMesh;
import org.posescope.workshop.body.makehuman.Rig;
import org.posescope.workshop.body.mesh.DeltaMush;
import org.posescope.workshop.body.surface.BodySurface;

/**
 * Poses the body as well as we can, however long it takes: the pattern that linear blend skinning with pose blend shapes is
 * then taught to follow. Each vertex turns by the mean rotation of its joints about a centre of its own, which neither thins
 * nor swells a joint; twists are spread along the limbs; delta mush rounds the joints off. The rest shape is the A-pose as it
 * was sculpted, which is in the middle of what people do with their arms.
 */
public final class ReferenceSkinning {
    private static final int MUSH_ROUNDS = 8;

    private final Rig rig;
    private final Vec3[] rest;
    private final Vec3[] restJoints;
    private final Rotation[] toTPose;
    private final SkinWeights weights;
    private final Vec3[] centers;
    private final BodySurface surface;
    private final DeltaMush mush;
    private final Vec3[] tJoints;

    private ReferenceSkinning(Rig rig, BaseMesh base, Vec3[] body, BodySurface surface, SkinWeights weights,
            Vec3[] centers) {
        this.rig = rig;
        this.surface = surface;
        this.weights = weights;
        this.centers = centers;
        rest = surface.points(body);
        restJoints = rig.places(base, body);
        toTPose = TPose.rotations(rig, base, body);
        mush = new DeltaMush(rest, surface.neighbours(), MUSH_ROUNDS);
        Rotation[] local = new Rotation[toTPose.length];
        Arrays.setAll(local,
                j -> j == 0 ? toTPose[j] : toTPose[rig.parent(j)].inverse().times(toTPose[j]));
        tJoints = JointFrames.of(rig, restJoints, local).places().toArray(Vec3[]::new);
    }

    /**
     * A body to be posed.
     *
     * @param rig  to whose joints the skin is bound
     * @param body all vertices of the base mesh in A-pose
     */
    public static ReferenceSkinning of(Rig rig, BaseMesh base, Vec3[] body, BodySurface surface, SkinWeights weights) {
        Vec3[] centers = RotationCenters.of(surface.points(body), surface, weights);
        return new ReferenceSkinning(rig, base, body, surface, weights, centers);
    }

    /** Another body with the same skin; its centres of rotation are this one's, moved along with the joints. */
    public ReferenceSkinning withShape(BaseMesh base, Vec3[] body) {
        Vec3[] joints = rig.places(base, body);
        Vec3[] moved = centers.clone();
        for (int v = 0; v < moved.length; v++) {
            for (int j : weights.joints(v)) {
                moved[v] = moved[v].plus(weights.of(v, j), joints[j].minus(restJoints[j]));
            }
        }
        return new ReferenceSkinning(rig, base, body, surface, weights, moved);
    }

    /** The joints in T-pose. */
    public Vec3[] tJoints() {
        return tJoints.clone();
    }

    /** The surface in T-pose. */
    public Vec3[] tPose() {
        return pose(JointFrames.restPose(rig));
    }

    /** The surface in a pose, given as SMPL's: rotation of each joint against its parent, from the T-pose. */
    Vec3[] pose(Rotation[] local) {
        JointFrames posedJoints = JointFrames.of(rig, tJoints, local);
        List<Rotation> turn = IntStream.range(0, local.length)
                .mapToObj(j -> posedJoints.world().get(j).times(toTPose[j])).toList();
        Twists twists = new Twists(rig, restJoints, turn);
        Vec3[] posed = new Vec3[rest.length];
        for (int v = 0; v < posed.length; v++) {
            RotationSum rotation = new RotationSum();
            Vec3 center = Vec3.ZERO;
            for (int j : weights.joints(v)) {
                Rotation part = twists.turn(j, rest[v]);
                rotation.add(weights.of(v, j), part);
                Vec3 moved = posedJoints.places().get(j).plus(part.apply(centers[v].minus(restJoints[j])));
                center = center.plus(weights.of(v, j), moved);
            }
            posed[v] = center.plus(rotation.mean().apply(rest[v].minus(centers[v])));
        }
        return mush.apply(posed);
    }
}
