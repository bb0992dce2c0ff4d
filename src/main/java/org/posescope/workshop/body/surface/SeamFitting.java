package org.posescope.workshop.body.surface;

import java.util.BitSet;
import java.util.Optional;

import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.mesh.Blend;
import org.posescope.workshop.body.mesh.EditableMesh;
import org.posescope.workshop.body.mesh.SurfaceProjection;

/**
 * Makes edges run along seams, so that colours change along straight lines: of every edge that crosses a seam, the nearer end
 * slides onto the seam.
 */
final class SeamFitting {
    private static final double MIN_QUALITY = 0.25;
    private static final double MIN_FLATNESS = 0.3;
    private static final int PROJECTIONS = 4;

    private final EditableMesh mesh;
    private final SurfaceProjection surface;
    private final BitSet fitted = new BitSet();

    SeamFitting(EditableMesh mesh, SurfaceProjection surface) {
        this.mesh = mesh;
        this.surface = surface;
    }

    /** Fits all seams, and gives the vertices that are on one now. */
    BitSet fit(Outfit outfit) {
        for (Seam seam : outfit.seams()) {
            // Vertices of the middle line have only one way to go, so they choose first.
            fit(seam, true);
            fit(seam, false);
        }
        return fitted;
    }

    private void fit(Seam seam, boolean alongMiddle) {
        for (int v = 0; v < mesh.capacity(); v++) {
            for (int other : mesh.neighbours(v)) {
                boolean middle = mesh.isOnBorder(v) && mesh.isOnBorder(other);
                if (v < other && middle == alongMiddle && seam.isCrossedBy(mesh.point(v), mesh.point(other))) {
                    boolean nearer = Math.abs(seam.above(mesh.point(v))) <= Math.abs(seam.above(mesh.point(other)));
                    int first = nearer ? v : other;
                    int second = nearer ? other : v;
                    if (!slide(first, second, seam)) {
                        slide(second, first, seam);
                    }
                }
            }
        }
    }

    private boolean slide(int vertex, int toward, Seam seam) {
        if (fitted.get(vertex)) {
            return false;
        }
        Optional<SurfaceProjection.Hit> place = place(vertex, toward, seam);
        if (place.isEmpty()) {
            return false;
        }
        Vec3 before = mesh.point(vertex);
        Blend blend = mesh.blend(vertex);
        Vec3 normal = mesh.vertexNormal(vertex);
        mesh.move(vertex, place.get().blend(), place.get().point());
        if (mesh.worstQuality(vertex) < MIN_QUALITY || mesh.flatness(vertex, normal) < MIN_FLATNESS) {
            mesh.move(vertex, blend, before);
            return false;
        }
        fitted.set(vertex);
        return true;
    }

    /** Where a vertex comes to when it slides along an edge onto the seam; empty when it would leave the middle line. */
    private Optional<SurfaceProjection.Hit> place(int vertex, int toward, Seam seam) {
        double here = seam.above(mesh.point(vertex));
        double share = here / (here - seam.above(mesh.point(toward)));
        Vec3 target = mesh.point(vertex).lerp(mesh.point(toward), share);
        if (mesh.isOnBorder(vertex)) {
            Blend between = Blend.sum(new Blend[] {mesh.blend(vertex), mesh.blend(toward)}, 1 - share, share);
            return mesh.isOnBorder(toward)
                    ? Optional.of(new SurfaceProjection.Hit(target, between))
                    : Optional.empty();
        }
        Vec3 normal = mesh.vertexNormal(vertex);
        SurfaceProjection.Hit hit = surface.nearest(target, normal);
        for (int k = 1; k < PROJECTIONS; k++) {
            hit = surface.nearest(hit.point().plus(-seam.above(hit.point()), seam.up()), normal);
        }
        return Optional.of(hit);
    }
}
