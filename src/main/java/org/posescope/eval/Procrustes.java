package org.posescope.eval;

import java.util.Arrays;
import java.util.List;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.RotationFit;
import org.posescope.body.math.Vec3;

/**
 * The rotation, scale and translation that bring points nearest to others in the sense of least squares, in closed form by the
 * largest eigenvector of a 4x4 matrix (Horn 1987, "Closed-form solution of absolute orientation using unit quaternions").
 */
final class Procrustes {
    private Procrustes() {}

    /**
     * The points after the best similarity transform to the others.
     *
     * @throws IllegalArgumentException when there are not as many of each, or none
     */
    static Vec3[] align(Vec3[] points, Vec3[] targets) {
        if (points.length != targets.length || points.length == 0) {
            throw new IllegalArgumentException(points.length + " points for " + targets.length + " others");
        }
        Vec3 from = Vec3.mean(points);
        Vec3 to = Vec3.mean(targets);
        double squares = Arrays.stream(points).map(p -> p.minus(from)).mapToDouble(p -> p.dot(p)).sum();
        Rotation rotation = RotationFit.between(List.of(points), List.of(targets));
        double overlap = 0;
        for (int i = 0; i < points.length; i++) {
            overlap += rotation.apply(points[i].minus(from)).dot(targets[i].minus(to));
        }
        double scale = squares > 0 ? overlap / squares : 1;
        return Arrays.stream(points).map(p -> to.plus(scale, rotation.apply(p.minus(from)))).toArray(Vec3[]::new);
    }
}
