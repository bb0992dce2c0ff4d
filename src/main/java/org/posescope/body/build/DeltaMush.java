package org.posescope.body.build;

/**
 * Smooths a deformed surface and puts the details of its rest shape back on it (Mancewicz, Derksen, Rijpkema and Wilson, "Delta Mush:
 * smoothing deformations while preserving detail", 2014).
 */
final class DeltaMush {
    private final int[][] neighbours;
    private final int rounds;
    private final Vec3[] details;

    /**
     * A smoother for one rest shape.
     *
     * @param neighbours of each vertex in order around it, counter-clockwise seen from outside
     * @param rounds     of smoothing
     */
    DeltaMush(Vec3[] rest, int[][] neighbours, int rounds) {
        this.neighbours = neighbours;
        this.rounds = rounds;
        Vec3[] smooth = smooth(rest);
        details = new Vec3[rest.length];
        for (int v = 0; v < rest.length; v++) {
            Vec3[] frame = frame(smooth, v);
            Vec3 offset = rest[v].minus(smooth[v]);
            details[v] = new Vec3(offset.dot(frame[0]), offset.dot(frame[1]), offset.dot(frame[2]));
        }
    }

    Vec3[] apply(Vec3[] deformed) {
        Vec3[] smooth = smooth(deformed);
        Vec3[] result = new Vec3[deformed.length];
        for (int v = 0; v < deformed.length; v++) {
            Vec3[] frame = frame(smooth, v);
            result[v] = smooth[v].plus(details[v].x(), frame[0]).plus(details[v].y(), frame[1]).plus(details[v].z(),
                    frame[2]);
        }
        return result;
    }

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
                next[v] = new Vec3(0.5 * (now[v].x() + share * x), 0.5 * (now[v].y() + share * y),
                        0.5 * (now[v].z() + share * z));
            }
            Vec3[] swap = now;
            now = next;
            next = swap;
        }
        return now;
    }

    /** Two tangents and the normal at a vertex. */
    private Vec3[] frame(Vec3[] points, int vertex) {
        int[] around = neighbours[vertex];
        Vec3 normal = Vec3.ZERO;
        for (int k = 0; k < around.length; k++) {
            Vec3 a = points[around[k]].minus(points[vertex]);
            Vec3 b = points[around[(k + 1) % around.length]].minus(points[vertex]);
            normal = normal.plus(a.cross(b));
        }
        normal = normal.unit();
        Vec3 tangent = points[around[0]].minus(points[vertex]).without(normal).unit();
        return new Vec3[] {tangent, normal.cross(tangent), normal};
    }
}
