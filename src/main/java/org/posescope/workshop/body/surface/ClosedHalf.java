package org.posescope.workshop.body.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.BaseMesh;
import org.posescope.workshop.body.mesh.Blend;
import org.posescope.workshop.body.mesh.PolygonSurface;

/**
 * The left half of the body's surface with eyes and mouth closed. MakeHuman's surface turns inwards at the lids and the lips
 * and lines the eye sockets and the mouth; here the front of the eyeball closes the lids, and the lips are sewn together. The
 * only open border left is the middle line.
 */
final class ClosedHalf {
    private static final int LIDS_PER_CAP_VERTEX = 3;
    private static final int FRONT_VERTICES = 4;

    private final BaseMesh base;
    private final Vec3[] body;
    private final FaceLandmarks face;
    private final Map<Integer, Blend> blends = new HashMap<>();
    private final List<int[]> faces = new ArrayList<>();
    private int nextVertex = BaseMesh.VERTICES;

    private ClosedHalf(BaseMesh base, Vec3[] body) {
        this.base = base;
        this.body = body;
        face = new FaceLandmarks(base);
    }

    /**
     * Half of a body.
     *
     * @param openMouth whether the lips part and the mouth is lined
     * @param body all vertices of the base mesh in a symmetric shape, in which distances are measured
     */
    static PolygonSurface of(BaseMesh base, Vec3[] body, boolean openMouth) {
        ClosedHalf half = new ClosedHalf(base, body);
        half.addSkin(openMouth);
        half.closeEye();
        if (!openMouth) {
            half.sewLips();
        }
        return half.surface();
    }

    private void addSkin(boolean withMouth) {
        BitSet socket = face.socket();
        BitSet mouth = withMouth ? new BitSet() : face.mouthQuads();
        for (int q = 0; q < base.bodyQuads().length; q++) {
            int[] quad = base.bodyQuads()[q];
            boolean left = Arrays.stream(quad).allMatch(base::isLeftOrMiddle);
            if (left && !mouth.get(q) && !Arrays.stream(quad).allMatch(socket::get)) {
                faces.add(quad.clone());
            }
        }
    }

    /** Fills the opening of the lids with a cap of the eyeball: a polygon half way to the middle, and a ring around it. */
    private void closeEye() {
        int[] eyeball = base.helper("helper-l-eye");
        Blend center = Blend.mean(eyeball);
        Blend front = Blend.mean(Arrays.stream(eyeball).boxed()
                .sorted(Comparator.comparingDouble((Integer v) -> -body[v].z()).thenComparing(v -> v))
                .limit(FRONT_VERTICES).mapToInt(Integer::intValue).toArray());
        int[] rim = orderedRim();
        Blend opening = Blend.mean(rim);
        int[] cap = new int[rim.length / LIDS_PER_CAP_VERTEX];
        for (int k = 0; k < cap.length; k++) {
            Blend halfWay = Blend.sum(new Blend[] {Blend.of(rim[k * LIDS_PER_CAP_VERTEX]), opening}, 0.5, 0.5);
            cap[k] = nextVertex++;
            blends.put(cap[k], ontoEyeball(halfWay, center, front));
        }
        faces.add(cap);
        for (int k = 0; k < cap.length; k++) {
            int[] piece = new int[LIDS_PER_CAP_VERTEX + 3];
            for (int step = 0; step <= LIDS_PER_CAP_VERTEX; step++) {
                piece[step] = rim[(k * LIDS_PER_CAP_VERTEX + step) % rim.length];
            }
            piece[LIDS_PER_CAP_VERTEX + 1] = cap[(k + 1) % cap.length];
            piece[LIDS_PER_CAP_VERTEX + 2] = cap[k];
            faces.add(piece);
        }
    }

    /** A point moved along the line of sight until it is as far from the middle of the eyeball as its front. */
    private Blend ontoEyeball(Blend point, Blend center, Blend front) {
        Vec3 sight = front.at(body).minus(center.at(body));
        Vec3 inside = point.at(body).minus(center.at(body));
        double along = inside.dot(sight) / sight.dot(sight);
        Vec3 beside = inside.plus(-along, sight);
        double move = Math.sqrt(1 - beside.dot(beside) / sight.dot(sight)) - along;
        return Blend.sum(new Blend[] {point, front, center}, 1, move, -move);
    }

    /**
     * The rim of the lids, in the direction that a face inside it must have. It starts at the inner corner of the eye, which
     * only one face touches and which therefore needs a new edge.
     */
    private int[] orderedRim() {
        BitSet lids = face.lidRim();
        Map<Integer, Integer> next = new HashMap<>();
        Map<Integer, Integer> facesAt = new TreeMap<>();
        for (int[] corners : faces) {
            for (int k = 0; k < corners.length; k++) {
                int from = corners[k];
                int to = corners[(k + 1) % corners.length];
                if (lids.get(from)) {
                    facesAt.merge(from, 1, Integer::sum);
                    if (lids.get(to)) {
                        next.put(to, from);
                    }
                }
            }
        }
        int[] rim = new int[lids.cardinality()];
        rim[0] = facesAt.keySet().stream().min(Comparator.comparing(facesAt::get)).orElseThrow();
        for (int k = 1; k < rim.length; k++) {
            rim[k] = next.get(rim[k - 1]);
        }
        return rim;
    }

    /**
     * Joins the two lips along the loop where they touch. The upper lip has more vertices; those without a partner go to a
     * neighbour's place.
     */
    private void sewLips() {
        List<Integer> loop = face.lipSeam().stream().filter(base::isLeftOrMiddle).toList();
        int corner = loop.indexOf(loop.stream().max(Comparator.comparingDouble(v -> body[v].x())).orElseThrow());
        List<Integer> upper = loop.subList(0, corner);
        List<Integer> lower = loop.subList(corner + 1, loop.size());
        Map<Integer, Integer> placeOf = new HashMap<>();
        TreeSet<Integer> sewn = new TreeSet<>();
        sewn.add(loop.get(corner));
        for (int low : lower) {
            int partner = nearest(low, upper);
            blends.put(partner, Blend.mean(low, partner));
            placeOf.put(low, partner);
            sewn.add(partner);
        }
        for (int up : upper) {
            if (!sewn.contains(up)) {
                placeOf.put(up, nearest(up, List.copyOf(sewn)));
            }
        }
        faces.replaceAll(f -> Arrays.stream(f).map(v -> placeOf.getOrDefault(v, v)).distinct().toArray());
        faces.removeIf(f -> f.length < 3);
    }

    private int nearest(int vertex, List<Integer> candidates) {
        return candidates.stream().min(Comparator.comparingDouble(v -> Math.abs(body[v].x() - body[vertex].x())))
                .orElseThrow();
    }

    private PolygonSurface surface() {
        int[] used = faces.stream().flatMapToInt(Arrays::stream).distinct().sorted().toArray();
        Map<Integer, Integer> number = new HashMap<>();
        List<Blend> list = new ArrayList<>();
        for (int v : used) {
            number.put(v, list.size());
            list.add(blends.getOrDefault(v, Blend.of(v)));
        }
        return new PolygonSurface(list, faces.stream().map(f -> Arrays.stream(f).map(number::get).toArray()).toList());
    }
}
