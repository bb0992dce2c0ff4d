package org.posescope.body.build;

import java.util.Arrays;

/**
 * Poses the body as well as we can, however long it takes: the pattern that linear blend skinning with pose blend shapes is then taught
 * to follow. Dual quaternions keep the thickness of limbs (Kavan, Collins, Zara and O'Sullivan, "Skinning with dual
 * quaternions", 2007); twists are spread along upper arm, forearm and thigh, as flesh does; delta mush rounds the joints off.
 * The rest shape is the sculpted A-pose, from which every pose is nearer than from the T-pose.
 */
final class ReferenceSkinning {
    private static final int MUSH_ROUNDS = 8;

    private final Vec3[] rest;
    private final Vec3[] restJoints;
    private final Rotation[] toTPose;
    private final double[][] weights;
    private final Vec3[] centers;
    private final int[][] neighbours;
    private final DeltaMush mush;
    private final Vec3[] tJoints;

    private ReferenceSkinning(Vec3[] rest, Vec3[] restJoints, Rotation[] toTPose, double[][] weights, Vec3[] centers,
            int[][] neighbours) {
        this.rest = rest;
        this.restJoints = restJoints;
        this.toTPose = toTPose;
        this.weights = weights;
        this.centers = centers;
        this.neighbours = neighbours;
        mush = new DeltaMush(rest, neighbours, MUSH_ROUNDS);
        Rotation[] local = new Rotation[toTPose.length];
        Arrays.setAll(local, j -> j == 0 ? toTPose[0] : toTPose[SmplJoints.parent(j)].inverse().times(toTPose[j]));
        tJoints = PosedJoints.of(restJoints, local).places();
    }

    /**
     * A body to be posed.
     *
     * @param body    all vertices of the base mesh
     * @param weights V x joints
     */
    static ReferenceSkinning of(BaseMesh base, BodySurface surface, Vec3[] body, double[][] weights) {
        Vec3[] rest = surface.points(body);
        Vec3[] centers = RotationCenters.of(rest, MeshLaplacian.of(rest, surface.triangles()).area(), weights);
        return new ReferenceSkinning(rest, SmplJoints.of(base, body), TPose.rotations(base, body), weights, centers,
                surface.neighbours());
    }

    /** Another body with the same skin; its rotation centres are this one's, moved along with the joints. */
    ReferenceSkinning withShape(BaseMesh base, BodySurface surface, Vec3[] body) {
        Vec3[] joints = SmplJoints.of(base, body);
        Vec3[] moved = new Vec3[centers.length];
        for (int v = 0; v < moved.length; v++) {
            moved[v] = centers[v];
            for (int j = 0; j < joints.length; j++) {
                moved[v] = moved[v].plus(weights[v][j], joints[j].minus(restJoints[j]));
            }
        }
        return new ReferenceSkinning(surface.points(body), joints, TPose.rotations(base, body), weights, moved,
                neighbours);
    }

    /** The joints in T-pose. */
    Vec3[] tJoints() {
        return tJoints.clone();
    }

    /** The surface in T-pose. */
    Vec3[] tPose() {
        return pose(PosedJoints.restPose());
    }

    /** The surface in a pose: rotations of each joint against its parent, from the T-pose, as SMPL's; the pelvis stays in place. */
    Vec3[] pose(Rotation[] local) {
        PosedJoints posedJoints = PosedJoints.of(tJoints, local);
        Rotation[] turn = new Rotation[local.length];
        Arrays.setAll(turn, j -> posedJoints.world()[j].times(toTPose[j]));
        Twists twists = new Twists(restJoints, turn);
        Vec3[] posed = new Vec3[rest.length];
        for (int v = 0; v < posed.length; v++) {
            RotationSum sum = new RotationSum();
            Vec3 center = Vec3.ZERO;
            for (int j = 0; j < turn.length; j++) {
                double weight = weights[v][j];
                if (weight > 0) {
                    Rotation part = twists.turn(j, rest[v]);
                    sum.add(weight, part);
                    center = center.plus(weight,
                            part.apply(centers[v].minus(restJoints[j])).plus(posedJoints.places()[j]));
                }
            }
            posed[v] = center.plus(sum.mean().apply(rest[v].minus(centers[v])));
        }
        return mush.apply(posed);
    }
}
