package org.posescope.body.build;

import java.util.BitSet;
import java.util.Optional;

/**
 * Makes edges run along the seams of the clothes, so that colours change along straight lines: of every edge that crosses a seam, the
 * nearer end slides onto the seam.
 */
final class SeamFitting {
    private static final double MIN_QUALITY = 0.25;
    private static final double MIN_NORMAL_COSINE = 0.3;
    private static final int PROJECTIONS = 4;

    private final EditableMesh mesh;
    private final SurfaceProjection surface;
    private final BitSet fitted = new BitSet();

    SeamFitting(EditableMesh mesh, SurfaceProjection surface) {
        this.mesh = mesh;
        this.surface = surface;
    }

    /** Fits all seams; gives the vertices that are now on one. */
    BitSet fit(Outfit outfit) {
        for (Outfit.Seam seam : outfit.seams()) {
            // Vertices of the middle line have fewer ways to go, so they choose first.
            fit(seam, true);
            fit(seam, false);
        }
        return fitted;
    }

    private void fit(Outfit.Seam seam, boolean alongMiddle) {
        for (int v = 0; v < mesh.capacity(); v++) {
            for (int other : mesh.neighbours(v)) {
                boolean middle = mesh.onBoundary(v) && mesh.onBoundary(other);
                if (v < other && middle == alongMiddle && crosses(seam, v, other)) {
                    boolean first = Math.abs(seam.above(mesh.point(v))) <= Math.abs(seam.above(mesh.point(other)));
                    int near = first ? v : other;
                    int far = first ? other : v;
                    if (!slide(near, far, seam)) {
                        slide(far, near, seam);
                    }
                }
            }
        }
    }

    private boolean crosses(Outfit.Seam seam, int u, int v) {
        if (!seam.region().test(mesh.point(u)) || !seam.region().test(mesh.point(v))) {
            return false;
        }
        double a = seam.above(mesh.point(u));
        double b = seam.above(mesh.point(v));
        return a * b < 0 && Math.min(Math.abs(a), Math.abs(b)) > Outfit.ON_SEAM;
    }

    private boolean slide(int vertex, int toward, Outfit.Seam seam) {
        if (fitted.get(vertex)) {
            return false;
        }
        Vec3 before = mesh.point(vertex);
        Blend blend = mesh.blend(vertex);
        Optional<SurfaceProjection.Hit> place = place(vertex, toward, seam);
        if (place.isEmpty()) {
            return false;
        }
        Vec3 normal = mesh.vertexNormal(vertex);
        mesh.move(vertex, place.get().blend(), place.get().point());
        for (int t : mesh.trianglesAt(vertex)) {
            int[] c = mesh.corners(t);
            if (mesh.normal(t).unit().dot(normal) < MIN_NORMAL_COSINE
                    || EditableMesh.quality(mesh.point(c[0]), mesh.point(c[1]), mesh.point(c[2])) < MIN_QUALITY) {
                mesh.move(vertex, blend, before);
                return false;
            }
        }
        fitted.set(vertex);
        return true;
    }

    /** Where a vertex comes to when it slides along an edge onto the seam; empty when it would leave the middle line. */
    private Optional<SurfaceProjection.Hit> place(int vertex, int toward, Outfit.Seam seam) {
        double here = seam.above(mesh.point(vertex));
        double share = here / (here - seam.above(mesh.point(toward)));
        if (mesh.onBoundary(vertex)) {
            if (!mesh.onBoundary(toward)) {
                return Optional.empty();
            }
            Blend between = Blend.sum(new Blend[] {mesh.blend(vertex), mesh.blend(toward)}, 1 - share, share);
            return Optional.of(new SurfaceProjection.Hit(mesh.point(vertex).lerp(mesh.point(toward), share), between));
        }
        Vec3 target = mesh.point(vertex).lerp(mesh.point(toward), share);
        SurfaceProjection.Hit hit = surface.nearest(target, mesh.vertexNormal(vertex));
        for (int k = 1; k < PROJECTIONS; k++) {
            hit = surface.nearest(hit.point().plus(-seam.above(hit.point()), seam.up()), mesh.vertexNormal(vertex));
        }
        return Optional.of(hit);
    }
}
