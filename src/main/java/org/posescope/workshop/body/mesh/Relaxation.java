package org.posescope.workshop.body.mesh;

import java.util.BitSet;

import org.posescope.body.math.Vec3;

/**
 * Spreads the vertices of a mesh evenly: each slides along the surface towards the middle of its neighbours, on smooth parts
 * far, at creases and on the border not at all; then edges turn where that makes better triangles.
 */
public final class Relaxation {
    private static final double STEP = 0.6;
    /** {@link EditableMesh#flatness} below which a vertex stays, and above which it moves freely. */
    private static final double CREASED = 0.80;
    private static final double SMOOTH = 0.97;
    /** Triangles may become worse down to this quality. */
    private static final double FAIR_QUALITY = 0.5;

    private final EditableMesh mesh;
    private final SurfaceProjection surface;
    private final BitSet fixed;

    /**
     * A relaxation.
     *
     * @param mesh    changed in place
     * @param surface what the vertices stay on
     * @param fixed   vertices that do not move; nor do edges between them turn
     */
    public Relaxation(EditableMesh mesh, SurfaceProjection surface, BitSet fixed) {
        this.mesh = mesh;
        this.surface = surface;
        this.fixed = fixed;
    }

    public void run(int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (int v = 0; v < mesh.capacity(); v++) {
                if (mesh.isAlive(v) && !fixed.get(v) && !mesh.isOnBorder(v)) {
                    slide(v);
                }
            }
            new EdgeFlips(mesh).improve(fixed);
        }
    }

    private void slide(int vertex) {
        Vec3 normal = mesh.vertexNormal(vertex);
        double freedom = Math.clamp((mesh.flatness(vertex, normal) - CREASED) / (SMOOTH - CREASED), 0, 1);
        if (freedom == 0) {
            return;
        }
        Vec3 here = mesh.point(vertex);
        Vec3 middle = Vec3.mean(mesh.neighbours(vertex).stream().map(mesh::point).toArray(Vec3[]::new));
        Vec3 target = here.plus(STEP * freedom, middle.minus(here).without(normal));
        SurfaceProjection.Hit hit = surface.nearest(target, normal);
        Blend before = mesh.blend(vertex);
        double worst = mesh.worstQuality(vertex);
        mesh.move(vertex, hit.blend(), hit.point());
        if (mesh.worstQuality(vertex) < Math.min(worst, FAIR_QUALITY)) {
            mesh.move(vertex, before, here);
        }
    }
}
