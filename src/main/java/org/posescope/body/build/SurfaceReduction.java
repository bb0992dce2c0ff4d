package org.posescope.body.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Makes the body's surface of about 7,000 vertices from MakeHuman's: closes eyes and mouth, smooths by one step of subdivision,
 * then thins out one half, region by region, evens its triangles and mirrors it. All decisions are taken on one symmetric
 * body, the average adult; other shapes follow by the blends.
 */
final class SurfaceReduction {
    /** Vertices of each region in one half. */
    private static final int HEAD_VERTICES = 860;
    private static final int HAND_VERTICES = 400;
    private static final int FOOT_VERTICES = 240;
    private static final int REST_VERTICES = 2020;
    private static final int RELAXATION_ROUNDS = 6;
    private static final int ROUNDS_AROUND_SEAMS = 3;

    private final BaseMesh base;
    private final Vec3[] body;

    private SurfaceReduction(BaseMesh base, Vec3[] body) {
        this.base = base;
        this.body = body;
    }

    static BodySurface of(BaseMesh base, Vec3[] averageBody) {
        return new SurfaceReduction(base, averageBody).build();
    }

    private BodySurface build() {
        Map<Vec3, Integer> vertexAt = new HashMap<>();
        for (int v = 0; v < BaseMesh.VERTICES; v++) {
            vertexAt.put(positiveZero(base.points()[v]), v);
        }
        int[] mirror = new int[BaseMesh.VERTICES];
        Arrays.setAll(mirror, v -> vertexAt.getOrDefault(positiveZero(base.points()[v].mirrored()), -1));
        PolygonSurface half = ClosedHalf.of(base, body);
        List<Boolean> onMiddle = half.blends().stream().map(blend -> blend.at(base.points()).x() == 0).toList();
        PolygonSurface dense = half.withMirrorImage(blend -> blend.renamed(v -> mirror[v]), onMiddle).subdivided();
        EditableMesh mesh = leftHalf(dense);
        SurfaceProjection surface = new SurfaceProjection(mesh);
        thinOut(mesh);
        new Relaxation(mesh, surface, new BitSet()).run(RELAXATION_ROUNDS);
        BitSet seams = new SeamFitting(mesh, surface).fit(new Outfit(base, body));
        new Relaxation(mesh, surface, seams).run(ROUNDS_AROUND_SEAMS);
        return mirrored(mesh, mirror);
    }

    private static Vec3 positiveZero(Vec3 point) {
        return point.plus(Vec3.ZERO);
    }

    private EditableMesh leftHalf(PolygonSurface surface) {
        EditableMesh mesh = new EditableMesh();
        for (Blend blend : surface.blends()) {
            Vec3 point = blend.at(body);
            boolean middle = Math.abs(point.x()) < 1e-9;
            mesh.addVertex(blend, middle ? new Vec3(0, point.y(), point.z()) : point);
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

    private void thinOut(EditableMesh mesh) {
        double chin = base.head("neck01", body).y() + 0.04;
        double ankle = base.head("foot.L", body).y();
        Vec3 wrist = base.head("wrist.L", body);
        Vec3 along = wrist.minus(base.head("lowerarm01.L", body)).unit();
        Vec3 elbow = base.head("lowerarm01.L", body);
        ToDoubleFunction<Vec3> head = p -> p.y() > chin ? faceImportance(p) : 0;
        ToDoubleFunction<Vec3> hand = p -> p.x() > elbow.x() && p.minus(wrist).dot(along) > 0 ? 1 : 0;
        ToDoubleFunction<Vec3> foot = p -> p.y() < ankle ? 1 : 0;
        Decimator decimator = new Decimator(mesh);
        decimator.reduce(head, HEAD_VERTICES);
        decimator.reduce(hand, HAND_VERTICES);
        decimator.reduce(foot, FOOT_VERTICES);
        decimator.reduce(p -> head.applyAsDouble(p) + hand.applyAsDouble(p) + foot.applyAsDouble(p) > 0
                ? 0
                : limbImportance(p), REST_VERTICES);
    }

    /** Thin limbs need smaller triangles than the trunk to look round. */
    private double limbImportance(Vec3 p) {
        if (p.x() > base.head("upperarm01.L", body).x() && p.y() > base.head("upperleg01.L", body).y()) {
            return 4;
        }
        return p.y() < base.head("lowerleg01.L", body).y() ? 2 : 1;
    }

    /** How much more an error counts on this point of the head: most at the lids, then around eyes and lips, least at the ears. */
    private double faceImportance(Vec3 p) {
        Vec3 eye = base.head("eye.L", body);
        if (p.distance(eye) < 0.030) {
            return p.distance(eye) < 0.018 ? 60 : 8;
        }
        Vec3 mouth = base.tail("oris01", body);
        if (p.distance(mouth) < 0.03) {
            return 6;
        }
        if (p.y() < mouth.y() && p.z() > 0.5 * mouth.z()) {
            return 5;
        }
        boolean underBrow = p.y() < eye.y() + 0.03;
        if (underBrow && p.z() > 0.5 * eye.z()) {
            return 3;
        }
        return underBrow && p.x() > 2.3 * eye.x() ? 0.6 : 1;
    }

    private static BodySurface mirrored(EditableMesh half, int[] baseMirror) {
        int[] left = new int[half.capacity()];
        int[] right = new int[half.capacity()];
        List<Blend> blends = new ArrayList<>();
        for (int v = 0; v < left.length; v++) {
            if (half.alive(v)) {
                left[v] = blends.size();
                blends.add(half.blend(v));
            }
        }
        int[] mirror = new int[2 * blends.size()];
        for (int v = 0; v < left.length; v++) {
            if (half.alive(v)) {
                boolean middle = half.point(v).x() == 0;
                right[v] = middle ? left[v] : blends.size();
                if (!middle) {
                    blends.add(half.blend(v).renamed(b -> baseMirror[b]));
                }
                mirror[left[v]] = right[v];
                mirror[right[v]] = left[v];
            }
        }
        List<int[]> triangles = new ArrayList<>();
        for (int[] t : half.triangles()) {
            triangles.add(new int[] {left[t[0]], left[t[1]], left[t[2]]});
            triangles.add(new int[] {right[t[0]], right[t[2]], right[t[1]]});
        }
        return new BodySurface(blends.toArray(Blend[]::new), triangles.toArray(int[][]::new),
                Arrays.copyOf(mirror, blends.size()));
    }
}
