package org.posescope.workshop.body.mesh;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

import org.posescope.body.math.Vec3;

/** Turns edges where that makes the worse of their two triangles better without bending the surface. */
final class EdgeFlips {
    private static final double MIN_GAIN = 1.05;
    private static final double MIN_NORMAL_COSINE = 0.85;
    private static final int MIN_VALENCE = 4;
    private static final int PASSES = 10;

    private final EditableMesh mesh;

    EdgeFlips(EditableMesh mesh) {
        this.mesh = mesh;
    }

    /**
     * Turns edges until none gains by it.
     *
     * @param fixed vertices between which edges do not turn
     */
    void improve(BitSet fixed) {
        boolean changed = true;
        for (int pass = 0; pass < PASSES && changed; pass++) {
            changed = false;
            for (int v = 0; v < mesh.capacity(); v++) {
                for (int other : mesh.neighbours(v)) {
                    if (v < other && !(fixed.get(v) && fixed.get(other))) {
                        changed |= improve(v, other);
                    }
                }
            }
        }
    }

    private boolean improve(int u, int v) {
        List<Integer> pair = mesh.trianglesAt(u, v);
        if (pair.size() != 2 || mesh.trianglesAt(u).size() <= MIN_VALENCE
                || mesh.trianglesAt(v).size() <= MIN_VALENCE) {
            return false;
        }
        boolean inOrder = follows(mesh.corners(pair.getFirst()), u, v);
        int left = inOrder ? pair.getFirst() : pair.getLast();
        int right = inOrder ? pair.getLast() : pair.getFirst();
        int a = mesh.third(left, u, v);
        int b = mesh.third(right, u, v);
        if (mesh.neighbours(a).contains(b) || !gains(u, v, a, b) || bends(pair, u, v, a, b)) {
            return false;
        }
        mesh.flip(left, right, u, v);
        return true;
    }

    private boolean gains(int u, int v, int a, int b) {
        return Math.min(quality(u, b, a), quality(v, a, b)) >= MIN_GAIN * Math.min(quality(u, v, a), quality(v, u, b));
    }

    private double quality(int a, int b, int c) {
        return Triangle.quality(mesh.point(a), mesh.point(b), mesh.point(c));
    }

    private boolean bends(List<Integer> pair, int u, int v, int a, int b) {
        Vec3 first = Triangle.normal(mesh.point(u), mesh.point(b), mesh.point(a)).unit();
        Vec3 second = Triangle.normal(mesh.point(v), mesh.point(a), mesh.point(b)).unit();
        return pair.stream().map(t -> mesh.normal(t).unit())
                .anyMatch(old -> Math.min(old.dot(first), old.dot(second)) < MIN_NORMAL_COSINE);
    }

    private static boolean follows(int[] corners, int u, int v) {
        return IntStream.range(0, corners.length)
                .anyMatch(k -> corners[k] == u && corners[(k + 1) % corners.length] == v);
    }
}
