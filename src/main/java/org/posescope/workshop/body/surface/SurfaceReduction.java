package org.posescope.workshop.body.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.BaseMesh;
import org.posescope.workshop.body.mesh.Blend;
import org.posescope.workshop.body.mesh.EditableMesh;
import org.posescope.workshop.body.mesh.PolygonSurface;
import org.posescope.workshop.body.mesh.Relaxation;
import org.posescope.workshop.body.mesh.SurfaceProjection;

/**
 * Makes the body's surface from MakeHuman's: closes eyes and mouth, smooths by one step of subdivision, thins out one half,
 * makes its triangles even, lets edges run along the seams of clothes, and mirrors it. All is decided on one symmetric body;
 * others follow by the blends.
 */
public final class SurfaceReduction {
    private static final int RELAXATION_ROUNDS = 6;
    private static final int ROUNDS_AROUND_SEAMS = 3;
    /** Rounding leaves points of the middle line this near to it, in metres. */
    private static final double ON_MIDDLE = 1e-9;

    private final SurfaceDetail detail;
    private final BaseMesh base;
    private final Vec3[] body;

    private SurfaceReduction(SurfaceDetail detail, BaseMesh base, Vec3[] body) {
        this.detail = detail;
        this.base = base;
        this.body = body;
    }

    /** @param body all vertices of the base mesh: the average adult */
    public static BodySurface of(SurfaceDetail detail, BaseMesh base, Vec3[] body) {
        return new SurfaceReduction(detail, base, body).build();
    }

    private BodySurface build() {
        PolygonSurface dense = ClosedHalf.of(base, body, detail.openMouth())
                .withMirrorImage(this::mirrorImage, this::isOnMiddle)
                .subdivided();
        EditableMesh mesh = leftHalf(dense);
        SurfaceProjection surface = new SurfaceProjection(mesh);
        new DetailPlan(detail, base, body).apply(mesh);
        new Relaxation(mesh, surface, new BitSet()).run(RELAXATION_ROUNDS);
        BitSet seams = new SeamFitting(mesh, surface).fit(new Outfit(base, body));
        new Relaxation(mesh, surface, seams).run(ROUNDS_AROUND_SEAMS);
        return withMirrorImage(mesh);
    }

    private Blend mirrorImage(Blend blend) {
        return blend.renamed(base::mirror);
    }

    private boolean isOnMiddle(Blend blend) {
        return Math.abs(blend.at(body).x()) < ON_MIDDLE;
    }

    private EditableMesh leftHalf(PolygonSurface surface) {
        EditableMesh mesh = new EditableMesh();
        for (Blend blend : surface.blends()) {
            Vec3 point = blend.at(body);
            mesh.addVertex(blend, isOnMiddle(blend) ? new Vec3(0, point.y(), point.z()) : point);
        }
        for (int[] quad : surface.faces()) {
            if (Arrays.stream(quad).allMatch(v -> mesh.point(v).x() >= 0)) {
                double one = mesh.point(quad[0]).distance(mesh.point(quad[2]));
                double other = mesh.point(quad[1]).distance(mesh.point(quad[3]));
                int first = one <= other ? 0 : 1;
                mesh.addTriangle(quad[first], quad[first + 1], quad[(first + 2) % 4]);
                mesh.addTriangle(quad[first], quad[(first + 2) % 4], quad[(first + 3) % 4]);
            }
        }
        return mesh;
    }

    private BodySurface withMirrorImage(EditableMesh half) {
        int[] left = new int[half.capacity()];
        int[] right = new int[half.capacity()];
        List<Blend> blends = new ArrayList<>();
        List<Integer> mirror = new ArrayList<>();
        for (int v = 0; v < left.length; v++) {
            if (half.isAlive(v)) {
                boolean middle = half.point(v).x() == 0;
                left[v] = blends.size();
                right[v] = middle ? left[v] : left[v] + 1;
                blends.add(half.blend(v));
                mirror.add(right[v]);
                if (!middle) {
                    blends.add(mirrorImage(half.blend(v)));
                    mirror.add(left[v]);
                }
            }
        }
        List<int[]> triangles = new ArrayList<>();
        for (int[] t : half.triangles()) {
            triangles.add(new int[] {left[t[0]], left[t[1]], left[t[2]]});
            triangles.add(new int[] {right[t[0]], right[t[2]], right[t[1]]});
        }
        return new BodySurface(blends.toArray(Blend[]::new), triangles.toArray(int[][]::new),
                mirror.stream().mapToInt(Integer::intValue).toArray());
    }
}
