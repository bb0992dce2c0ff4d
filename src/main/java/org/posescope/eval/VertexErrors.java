package org.posescope.eval;

import java.util.stream.IntStream;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyPoser;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Skeletons;

/** Distances between the surfaces of two bodies of one model. Used by one thread at a time. */
final class VertexErrors {
    private static final int LEFT_HIP = Skeletons.SMPL24.index(PosedHuman.LEFT_HIP);
    private static final int RIGHT_HIP = Skeletons.SMPL24.index(PosedHuman.RIGHT_HIP);

    private final BodyPoser found;
    private final BodyPoser truth;

    VertexErrors(BodyModel model) {
        found = new BodyPoser(model);
        truth = new BodyPoser(model);
    }

    /**
     * Per-vertex error ("PVE"): the mean distance of the vertices of one body from the same vertices of the other, each relative
     * to the middle of its own hips; metres.
     */
    double pve(BodyParameters foundBody, BodyParameters trueBody) {
        found.pose(foundBody);
        truth.pose(trueBody);
        return JointErrors.mpjpe(aboutHips(found), aboutHips(truth));
    }

    private static Vec3[] aboutHips(BodyPoser body) {
        Vec3 hips = at(body.joints(), LEFT_HIP).lerp(at(body.joints(), RIGHT_HIP), 0.5);
        float[] vertices = body.vertices();
        return IntStream.range(0, vertices.length / 3).mapToObj(i -> at(vertices, i).minus(hips)).toArray(Vec3[]::new);
    }

    private static Vec3 at(float[] points, int index) {
        return new Vec3(points[3 * index], points[3 * index + 1], points[3 * index + 2]);
    }
}
