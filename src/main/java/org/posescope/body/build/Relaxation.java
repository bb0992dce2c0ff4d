package org.posescope.body.build;

import java.util.BitSet;

/**
 * Spreads the vertices of a mesh evenly: each slides along the surface towards the middle of its neighbours, on smooth parts
 * far, at creases and on the border not at all.
 */
final class Relaxation {
    private static final double STEP = 0.6;
    /** Cosine between a vertex's normal and those of its triangles: below the first it stays, above the second it moves freely. */
    private static final double CREASE_COSINE = 0.80;
    private static final double SMOOTH_COSINE = 0.97;

    private final EditableMesh mesh;
    private final SurfaceProjection surface;
    private final BitSet fixed;

    /**
     * A relaxation.
     *
     * @param mesh    changed in place
     * @param surface what the vertices stay on
     * @param fixed   vertices that do not move, nor do edges between them turn
     */
    Relaxation(EditableMesh mesh, SurfaceProjection surface, BitSet fixed) {
        this.mesh = mesh;
        this.surface = surface;
        this.fixed = fixed;
    }

    void run(int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (int v = 0; v < mesh.capacity(); v++) {
                if (mesh.alive(v) && !fixed.get(v) && !mesh.onBoundary(v)) {
                    slide(v);
                }
            }
            EdgeFlips.improve(mesh, fixed);
        }
    }

    private void slide(int vertex) {
        Vec3 normal = mesh.vertexNormal(vertex);
        double flattest = 1;
        for (int t : mesh.trianglesAt(vertex)) {
            flattest = Math.min(flattest, normal.dot(mesh.normal(t).unit()));
        }
        double freedom = Math.clamp((flattest - CREASE_COSINE) / (SMOOTH_COSINE - CREASE_COSINE), 0, 1);
        if (freedom == 0) {
            return;
        }
        Vec3 middle = Vec3.ZERO;
        for (int other : mesh.neighbours(vertex)) {
            middle = middle.plus(mesh.point(other));
        }
        middle = middle.times(1.0 / mesh.neighbours(vertex).size());
        Vec3 here = mesh.point(vertex);
        Vec3 target = here.plus(STEP * freedom, middle.minus(here).without(normal));
        SurfaceProjection.Hit hit = surface.nearest(target, normal);
        Blend before = mesh.blend(vertex);
        double was = worstQuality(vertex);
        mesh.move(vertex, hit.blend(), hit.point());
        if (worstQuality(vertex) < Math.min(was, 0.5)) {
            mesh.move(vertex, before, here);
        }
    }

    private double worstQuality(int vertex) {
        double worst = 1;
        for (int t : mesh.trianglesAt(vertex)) {
            int[] c = mesh.corners(t);
            worst = Math.min(worst, EditableMesh.quality(mesh.point(c[0]), mesh.point(c[1]), mesh.point(c[2])));
        }
        return worst;
    }
}
