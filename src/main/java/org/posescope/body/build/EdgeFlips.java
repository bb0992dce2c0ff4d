package org.posescope.body.build;

import java.util.BitSet;
import java.util.List;

/** Turns edges where that makes the worse of the two triangles better without bending the surface. */
final class EdgeFlips {
    private static final double MIN_GAIN = 1.05;
    private static final double MIN_NORMAL_COSINE = 0.85;
    private static final int MIN_VALENCE = 4;
    private static final int PASSES = 10;

    private EdgeFlips() {}

    /**
     * Improves a mesh.
     *
     * @param fixed vertices between which edges do not turn
     */
    static void improve(EditableMesh mesh, BitSet fixed) {
        for (int pass = 0; pass < PASSES; pass++) {
            int flips = 0;
            for (int v = 0; v < mesh.capacity(); v++) {
                for (int other : mesh.neighbours(v)) {
                    if (v < other && !(fixed.get(v) && fixed.get(other)) && improve(mesh, v, other)) {
                        flips++;
                    }
                }
            }
            if (flips == 0) {
                return;
            }
        }
    }

    private static boolean improve(EditableMesh mesh, int u, int v) {
        List<Integer> pair = mesh.trianglesAt(u, v);
        if (pair.size() != 2 || mesh.trianglesAt(u).size() <= MIN_VALENCE
                || mesh.trianglesAt(v).size() <= MIN_VALENCE) {
            return false;
        }
        int left = follows(mesh.corners(pair.getFirst()), u, v) ? pair.getFirst() : pair.getLast();
        int right = left == pair.getFirst() ? pair.getLast() : pair.getFirst();
        int a = mesh.third(left, u, v);
        int b = mesh.third(right, u, v);
        if (mesh.neighbours(a).contains(b)) {
            return false;
        }
        Vec3 pu = mesh.point(u);
        Vec3 pv = mesh.point(v);
        Vec3 pa = mesh.point(a);
        Vec3 pb = mesh.point(b);
        double was = Math.min(EditableMesh.quality(pu, pv, pa), EditableMesh.quality(pv, pu, pb));
        double is = Math.min(EditableMesh.quality(pu, pb, pa), EditableMesh.quality(pv, pa, pb));
        if (is < MIN_GAIN * was) {
            return false;
        }
        Vec3 first = EditableMesh.normal(pu, pb, pa).unit();
        Vec3 second = EditableMesh.normal(pv, pa, pb).unit();
        for (int t : pair) {
            Vec3 old = mesh.normal(t).unit();
            if (old.dot(first) < MIN_NORMAL_COSINE || old.dot(second) < MIN_NORMAL_COSINE) {
                return false;
            }
        }
        mesh.flip(left, right, u, v);
        return true;
    }

    private static boolean follows(int[] corners, int u, int v) {
        for (int k = 0; k < 3; k++) {
            if (corners[k] == u && corners[(k + 1) % 3] == v) {
                return true;
            }
        }
        return false;
    }
}
