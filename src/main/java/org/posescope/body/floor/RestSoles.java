package org.posescope.body.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.posescope.body.BodyModel;
import org.posescope.body.VertexInfluences;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Skeletons;

/**
 * Which vertices of a body are the underside of its feet: in each of some sections of a foot from heel to toes the lowest one, and the joint
 * that it follows most. Found in the T-pose, in which any body of the SMPL family stands level.
 */
final class RestSoles {
    private static final int SECTIONS = 5;
    private static final List<String> FOOT = List.of("ankle", "foot");

    private final List<Point> left;
    private final List<Point> right;

    /** A vertex and the joint that it follows. */
    record Point(int vertex, int joint) {}

    RestSoles(BodyModel model) {
        float[] vertices = model.restVertices(new float[BodyParameters.BETAS]);
        VertexInfluences strongest = model.influences(1);
        this.left = points("left_", vertices, strongest);
        this.right = points("right_", vertices, strongest);
    }

    List<Point> left() {
        return left;
    }

    List<Point> right() {
        return right;
    }

    private static List<Point> points(String side, float[] vertices, VertexInfluences strongest) {
        List<Integer> joints = FOOT.stream().map(name -> Skeletons.SMPL24.index(side + name)).toList();
        int[] foot = IntStream.range(0, vertices.length / 3).filter(v -> joints.contains(strongest.joint(v))).toArray();
        double back = IntStream.of(foot).mapToDouble(v -> vertices[3 * v + 2]).min().orElseThrow();
        double front = IntStream.of(foot).mapToDouble(v -> vertices[3 * v + 2]).max().orElseThrow();
        List<Point> points = new ArrayList<>();
        for (int section = 0; section < SECTIONS; section++) {
            double from = back + (front - back) * section / SECTIONS;
            double to = back + (front - back) * (section + 1) / SECTIONS;
            IntStream.of(foot).filter(v -> vertices[3 * v + 2] >= from && vertices[3 * v + 2] <= to).boxed()
                    .min((a, b) -> Float.compare(vertices[3 * a + 1], vertices[3 * b + 1]))
                    .ifPresent(v -> points.add(new Point(v, strongest.joint(v))));
        }
        return points;
    }
}
