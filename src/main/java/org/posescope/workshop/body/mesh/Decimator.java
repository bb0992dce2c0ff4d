package org.posescope.workshop.body.mesh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.function.ToDoubleFunction;

import org.posescope.body.math.Vec3;

/**
 * Takes vertices away from a mesh where they matter least, one edge at a time: a vertex is put onto a neighbour when the
 * quadric error is small, no triangle turns over or becomes a sliver, and the surface stays a manifold. Vertices on the
 * border move only along the border.
 */
public final class Decimator {
    private static final double MIN_QUALITY = 0.35;
    private static final double MIN_NORMAL_COSINE = 0.35;
    private static final int MAX_VALENCE = 8;
    /** The fourth power of the longest new edge costs so much, which keeps triangles on flat parts of one size. */
    private static final double LENGTH_COST = 2e-3;

    private final EditableMesh mesh;
    private final Quadric[] quadrics;
    private final int[] version;
    private final boolean[] border;

    private record Step(double cost, int gone, int kept, int version) {
        private static final Comparator<Step> CHEAPEST_FIRST = Comparator.comparingDouble(Step::cost)
                .thenComparingInt(Step::gone).thenComparingInt(Step::kept);
    }

    /** @param mesh changed in place; nobody else may change it meanwhile */
    public Decimator(EditableMesh mesh) {
        this.mesh = mesh;
        quadrics = new Quadric[mesh.capacity()];
        version = new int[mesh.capacity()];
        border = new boolean[mesh.capacity()];
        for (int v = 0; v < quadrics.length; v++) {
            quadrics[v] = new Quadric();
            border[v] = mesh.isOnBorder(v);
            for (int t : mesh.trianglesAt(v)) {
                int[] c = mesh.corners(t);
                quadrics[v].add(mesh.point(c[0]), mesh.point(c[1]), mesh.point(c[2]));
            }
        }
    }

    /**
     * Removes vertices of a region until so many are left in it, or no more can go.
     *
     * @param importance a factor on the error at a point; 0 outside the region, where no vertex is removed
     * @param left       number of vertices of the region to leave
     */
    public void reduce(ToDoubleFunction<Vec3> importance, int left) {
        double[] factor = new double[mesh.capacity()];
        PriorityQueue<Step> queue = new PriorityQueue<>(Step.CHEAPEST_FIRST);
        int count = 0;
        for (int v = 0; v < factor.length; v++) {
            factor[v] = mesh.isAlive(v) ? importance.applyAsDouble(mesh.point(v)) : 0;
            if (factor[v] > 0) {
                count++;
                offer(queue, v, factor[v]);
            }
        }
        while (count > left && !queue.isEmpty()) {
            Step step = queue.poll();
            if (step.version != version[step.gone] || !mesh.isAlive(step.gone)) {
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
        mesh.neighbours(vertex).stream().filter(kept -> mayMerge(vertex, kept))
                .map(kept -> new Step(factor * cost(vertex, kept), vertex, kept, version[vertex]))
                .min(Step.CHEAPEST_FIRST).ifPresent(queue::add);
    }

    private double cost(int gone, int kept) {
        Vec3 to = mesh.point(kept);
        double longest = mesh.neighbours(gone).stream().mapToDouble(v -> to.distance(mesh.point(v))).max().orElse(0);
        return quadrics[gone].error(to) + quadrics[kept].error(to) + LENGTH_COST * StrictMath.pow(longest, 4);
    }

    private boolean mayMerge(int gone, int kept) {
        int shared = mesh.trianglesAt(gone, kept).size();
        if (border[gone] && (!border[kept] || shared != 1)) {
            return false;
        }
        SortedSet<Integer> common = mesh.neighbours(gone);
        int valence = common.size();
        common.retainAll(mesh.neighbours(kept));
        if (common.size() != shared) {
            return false;
        }
        int had = mesh.neighbours(kept).size();
        return valence + had - 2 - shared <= Math.max(MAX_VALENCE, had) && keepsShape(gone, kept);
    }

    private boolean keepsShape(int gone, int kept) {
        for (int t : mesh.trianglesAt(gone)) {
            int[] c = mesh.corners(t);
            if (EditableMesh.has(c, kept)) {
                continue;
            }
            Vec3[] p = new Vec3[c.length];
            for (int k = 0; k < p.length; k++) {
                p[k] = mesh.point(c[k] == gone ? kept : c[k]);
            }
            double before = Triangle.quality(mesh.point(c[0]), mesh.point(c[1]), mesh.point(c[2]));
            double turned = mesh.normal(t).unit().dot(Triangle.normal(p[0], p[1], p[2]).unit());
            if (turned < MIN_NORMAL_COSINE || Triangle.quality(p[0], p[1], p[2]) < Math.min(MIN_QUALITY, before)) {
                return false;
            }
        }
        return true;
    }
}
