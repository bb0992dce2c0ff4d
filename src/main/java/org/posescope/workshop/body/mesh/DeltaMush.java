package org.posescope.workshop.body.mesh;

import org.posescope.body.math.Vec3;

/**
 * Smooths a deformed surface and puts the details of its rest shape back on it (Mancewicz, Derksen, Rijpkema and Wilson,
 * "Delta Mush: smoothing deformations while preserving detail", 2014).
 */
public final class DeltaMush {
    private final int[][] neighbours;
    private final int rounds;
    private final Vec3[] details;

    /**
     * A smoother for one rest shape.
     *
     * @param neighbours of each vertex in order around it, counter-clockwise seen from outside
     * @param rounds     of smoothing
     */
    public DeltaMush(Vec3[] rest, int[][] neighbours, int rounds) {
        this.neighbours = neighbours;
        this.rounds = rounds;
        Vec3[] smooth = smooth(rest);
        details = new Vec3[rest.length];
        for (int v = 0; v < rest.length; v++) {
            Vec3 normal = normal(smooth, v);
            Vec3 tangent = tangent(smooth, v, normal);
            Vec3 offset = rest[v].minus(smooth[v]);
            details[v] = new Vec3(offset.dot(tangent), offset.dot(normal.cross(tangent)), offset.dot(normal));
        }
    }

    public Vec3[] apply(Vec3[] deformed) {
        Vec3[] smooth = smooth(deformed);
        Vec3[] result = new Vec3[deformed.length];
        for (int v = 0; v < deformed.length; v++) {
            Vec3 normal = normal(smooth, v);
            Vec3 tangent = tangent(smooth, v, normal);
            result[v] = smooth[v].plus(details[v].x(), tangent).plus(details[v].y(), normal.cross(tangent))
                    .plus(details[v].z(), normal);
        }
        return result;
    }

    /** Moves every vertex half way to the mean of its neighbours, again and again. */
    private Vec3[] smooth(Vec3[] points) {
        Vec3[] now = points.clone();
        Vec3[] next = new Vec3[points.length];
        for (int round = 0; round < rounds; round++) {
            for (int v = 0; v < now.length; v++) {
                double x = 0;
                double y = 0;
                double z = 0;
                for (int other : neighbours[v]) {
                    x += now[other].x();
                    y += now[other].y();
                    z += now[other].z();
                }
                double share = 1.0 / neighbours[v].length;
                next[v] = now[v].lerp(new Vec3(share * x, share * y, share * z), 0.5);
            }
            Vec3[] swap = now;
            now = next;
            next = swap;
        }
        return now;
    }

    private Vec3 normal(Vec3[] points, int vertex) {
        int[] around = neighbours[vertex];
        Vec3 sum = Vec3.ZERO;
        for (int k = 0; k < around.length; k++) {
            sum = sum.plus(Triangle.normal(points[vertex], points[around[k]], points[around[(k + 1) % around.length]]));
        }
        return sum.unit();
    }

    private Vec3 tangent(Vec3[] points, int vertex, Vec3 normal) {
        return points[neighbours[vertex][0]].minus(points[vertex]).without(normal).unit();
    }
}
