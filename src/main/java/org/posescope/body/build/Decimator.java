package org.posescope.body.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;

/**
 * Takes vertices away from part of an open mesh where they matter least, one edge at a time: a vertex is put onto a neighbour when
 * the quadric error is small, no triangle turns over or becomes a sliver, and the surface stays a manifold. Vertices on the
 * border move only along the border.
 */
final class Decimator {
    private static final double MIN_QUALITY = 0.35;
    private static final double MIN_NORMAL_COSINE = 0.35;
    private static final int MAX_VALENCE = 8;
    /** Long edges cost this much per m^4, so that flat parts keep evenly sized triangles. */
    private static final double LENGTH_COST = 2e-3;

    private final EditableMesh mesh;
    private final Quadric[] quadrics;
    private final int[] version;
    private final boolean[] border;

    private record Step(double cost, int gone, int kept, int version) {}

    Decimator(EditableMesh mesh) {
        this.mesh = mesh;
        quadrics = new Quadric[mesh.capacity()];
        version = new int[mesh.capacity()];
        border = new boolean[mesh.capacity()];
        for (int v = 0; v < quadrics.length; v++) {
            quadrics[v] = new Quadric();
            border[v] = mesh.onBoundary(v);
            for (int t : mesh.trianglesAt(v)) {
                int[] c = mesh.corners(t);
                quadrics[v].add(mesh.point(c[0]), mesh.point(c[1]), mesh.point(c[2]));
            }
        }
    }

    /**
     * Removes vertices of a region until so many are left in it, or no more can go.
     *
     * @param importance of a vertex: 0 outside the region (never removed), else a factor on its error
     * @param left       number of vertices of the region to leave
     */
    void reduce(ToDoubleFunction<Vec3> importance, int left) {
        double[] factor = new double[mesh.capacity()];
        PriorityQueue<Step> queue = new PriorityQueue<>(
                Comparator.comparingDouble(Step::cost).thenComparingInt(Step::gone).thenComparingInt(Step::kept));
        int count = 0;
        for (int v = 0; v < factor.length; v++) {
            factor[v] = mesh.alive(v) ? importance.applyAsDouble(mesh.point(v)) : 0;
            if (factor[v] > 0) {
                count++;
                offer(queue, v, factor[v]);
            }
        }
        while (count > left && !queue.isEmpty()) {
            Step step = queue.poll();
            if (step.version != version[step.gone] || !mesh.alive(step.gone)) {
                continue;
            }
            if (!mayMerge(step.gone, step.kept)) {
                // Something two edges away has changed since the step was planned.
                offer(queue, step.gone, factor[step.gone]);
                continue;
            }
            List<Integer> touched = new ArrayList<>(mesh.neighbours(step.gone));
            quadrics[step.kept].add(quadrics[step.gone]);
            mesh.merge(step.gone, step.kept);
            count--;
            for (int v : touched) {
                version[v]++;
                if (factor[v] > 0) {
                    offer(queue, v, factor[v]);
                }
            }
        }
    }

    private void offer(PriorityQueue<Step> queue, int vertex, double factor) {
        Step best = null;
        for (int kept : mesh.neighbours(vertex)) {
            if (!mayMerge(vertex, kept)) {
                continue;
            }
            double cost = factor * cost(vertex, kept);
            if (best == null || cost < best.cost) {
                best = new Step(cost, vertex, kept, version[vertex]);
            }
        }
        if (best != null) {
            queue.add(best);
        }
    }

    private double cost(int gone, int kept) {
        Vec3 to = mesh.point(kept);
        double longest = 0;
        for (int v : mesh.neighbours(gone)) {
            longest = Math.max(longest, to.distance(mesh.point(v)));
        }
        return quadrics[gone].error(to) + quadrics[kept].error(to) + LENGTH_COST * StrictMath.pow(longest, 4);
    }

    private boolean mayMerge(int gone, int kept) {
        List<Integer> shared = mesh.trianglesAt(gone, kept);
        if (border[gone] && (!border[kept] || shared.size() != 1)) {
            return false;
        }
        var common = mesh.neighbours(gone);
        common.retainAll(mesh.neighbours(kept));
        if (common.size() != shared.size()) {
            return false;
        }
        int had = mesh.neighbours(kept).size();
        int valence = mesh.neighbours(gone).size() + had - 2 - shared.size();
        return valence <= Math.max(MAX_VALENCE, had) && keepsShape(gone, kept);
    }

    private boolean keepsShape(int gone, int kept) {
        for (int t : mesh.trianglesAt(gone)) {
            int[] c = mesh.corners(t);
            if (c[0] == kept || c[1] == kept || c[2] == kept) {
                continue;
            }
            Vec3[] p = new Vec3[3];
            for (int k = 0; k < 3; k++) {
                p[k] = mesh.point(c[k] == gone ? kept : c[k]);
            }
            Vec3 before = mesh.normal(t).unit();
            Vec3 after = EditableMesh.normal(p[0], p[1], p[2]).unit();
            double quality = EditableMesh.quality(p[0], p[1], p[2]);
            double was = EditableMesh.quality(mesh.point(c[0]), mesh.point(c[1]), mesh.point(c[2]));
            if (before.dot(after) < MIN_NORMAL_COSINE || quality < Math.min(MIN_QUALITY, was)) {
                return false;
            }
        }
        return true;
    }
}
