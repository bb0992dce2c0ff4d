package org.posescope.body.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The left half of the body's surface with eyes and mouth closed. MakeHuman's surface turns inwards at the lids and the lips
 * and lines the eye sockets and the mouth; here the lids are closed by the front of the eyeball, and the lips are sewn together.
 * The only open border left is the line x = 0.
 */
final class ClosedHalf {
    /** A vertex at the back of the left eye socket, and how many rings of quads lie between it and the rim of the lids. */
    private static final int SOCKET_BACK = 8011;
    private static final int SOCKET_RINGS = 11;

    private static final int LIDS_PER_CAP_VERTEX = 3;

    /** The edge loop where the lips touch, by its two vertices under the nose, and a vertex behind it. */
    private static final int UPPER_LIP = 520;
    private static final int UPPER_LIP_NEXT = 7267;
    private static final int BEHIND_LIPS = 537;

    private final BaseMesh base;
    private final Vec3[] body;
    private final Map<Integer, Blend> blends = new HashMap<>();
    private final List<int[]> faces = new ArrayList<>();
    private int nextVertex = BaseMesh.VERTICES;

    private ClosedHalf(BaseMesh base, Vec3[] body) {
        this.base = base;
        this.body = body;
    }

    /**
     * Half of a body.
     *
     * @param body all vertices of the base mesh in a symmetric shape; says which points of the lips are nearest
     */
    static PolygonSurface of(BaseMesh base, Vec3[] body) {
        return new ClosedHalf(base, body).build();
    }

    private PolygonSurface build() {
        QuadMesh quads = new QuadMesh(base.bodyQuads(), BaseMesh.BODY_VERTICES);
        BitSet back = new BitSet();
        back.set(SOCKET_BACK);
        BitSet socket = quads.around(back, SOCKET_RINGS);
        List<Integer> lips = quads.edgeLoop(UPPER_LIP, UPPER_LIP_NEXT);
        BitSet mouth = quads.inside(lips, BEHIND_LIPS);
        for (int q = 0; q < base.bodyQuads().length; q++) {
            int[] quad = base.bodyQuads()[q];
            boolean left = Arrays.stream(quad).allMatch(v -> base.points()[v].x() >= 0);
            if (left && !mouth.get(q) && !Arrays.stream(quad).allMatch(socket::get)) {
                faces.add(quad.clone());
            }
        }
        socket.andNot(quads.around(back, SOCKET_RINGS - 1));
        closeEye(socket);
        sewLips(lips.stream().filter(v -> base.points()[v].x() >= 0).toList());
        return compact();
    }

    private int add(Blend blend) {
        blends.put(nextVertex, blend);
        return nextVertex++;
    }

    /** Fills the opening of the lids with a cap of the eyeball: a polygon half way to the middle, and a ring around it. */
    private void closeEye(BitSet lids) {
        int[] eyeball = base.helpers().get("helper-l-eye");
        Blend center = Blend.mean(eyeball);
        Blend front = Blend.mean(Arrays.stream(eyeball).boxed()
                .sorted(Comparator.comparingDouble((Integer v) -> -body[v].z()).thenComparing(v -> v)).limit(4)
                .mapToInt(Integer::intValue).toArray());
        int[] rim = rim(lids);
        Blend opening = Blend.mean(rim);
        int[] ring = new int[rim.length / LIDS_PER_CAP_VERTEX];
        for (int k = 0; k < ring.length; k++) {
            Blend lid = Blend.of(rim[k * LIDS_PER_CAP_VERTEX]);
            ring[k] = add(raised(Blend.sum(new Blend[] {lid, opening}, 0.5, 0.5), center, front));
        }
        faces.add(ring);
        for (int k = 0; k < ring.length; k++) {
            int[] face = new int[LIDS_PER_CAP_VERTEX + 3];
            for (int step = 0; step <= LIDS_PER_CAP_VERTEX; step++) {
                face[step] = rim[(k * LIDS_PER_CAP_VERTEX + step) % rim.length];
            }
            face[LIDS_PER_CAP_VERTEX + 1] = ring[(k + 1) % ring.length];
            face[LIDS_PER_CAP_VERTEX + 2] = ring[k];
            faces.add(face);
        }
    }

    /** A point moved along the line of sight onto the eyeball. */
    private Blend raised(Blend point, Blend center, Blend front) {
        Vec3 sight = front.at(body).minus(center.at(body));
        Vec3 inside = point.at(body).minus(center.at(body));
        double along = inside.dot(sight) / sight.dot(sight);
        double reach = Math.sqrt(1 - inside.plus(-along, sight).dot(inside.plus(-along, sight)) / sight.dot(sight));
        return Blend.sum(new Blend[] {point, front, center}, 1, reach - along, along - reach);
    }

    /**
     * The border of the opened lids, in the direction that new faces inside it must have. It starts at the inner corner of the eye,
     * which only one face touches and which therefore needs a new edge.
     */
    private int[] rim(BitSet lids) {
        Map<Integer, Integer> next = new LinkedHashMap<>();
        for (int[] face : faces) {
            for (int k = 0; k < face.length; k++) {
                int a = face[k];
                int b = face[(k + 1) % face.length];
                if (lids.get(a) && lids.get(b)) {
                    next.put(b, a);
                }
            }
        }
        int first = lids.stream().boxed().min(Comparator.comparingLong(this::facesAt)).orElseThrow();
        int[] rim = new int[lids.cardinality()];
        rim[0] = first;
        for (int k = 1; k < rim.length; k++) {
            rim[k] = next.get(rim[k - 1]);
        }
        return rim;
    }

    private long facesAt(int vertex) {
        return faces.stream().filter(face -> Arrays.stream(face).anyMatch(v -> v == vertex)).count();
    }

    /**
     * Joins the two lips along the loop where they touch. The upper lip has more vertices; those without a partner go to
     * a neighbour's place.
     */
    private void sewLips(List<Integer> loop) {
        int corner = loop.indexOf(loop.stream().max(Comparator.comparingDouble(v -> body[v].x())).orElseThrow());
        List<Integer> upper = loop.subList(0, corner);
        List<Integer> lower = loop.subList(corner + 1, loop.size());
        Map<Integer, Integer> seam = new LinkedHashMap<>();
        for (int low : lower) {
            int partner = nearest(low, upper);
            blends.put(partner, Blend.mean(low, partner));
            seam.put(low, partner);
        }
        List<Integer> sewn = new ArrayList<>(seam.values());
        sewn.add(loop.get(corner));
        for (int up : upper) {
            if (!sewn.contains(up)) {
                seam.put(up, nearest(up, sewn));
            }
        }
        faces.replaceAll(face -> Arrays.stream(face).map(v -> seam.getOrDefault(v, v)).distinct().toArray());
        faces.removeIf(face -> face.length < 3);
    }

    private int nearest(int vertex, List<Integer> candidates) {
        return candidates.stream().min(Comparator
                .comparingDouble((Integer v) -> Math.abs(body[v].x() - body[vertex].x())).thenComparing(v -> v))
                .orElseThrow();
    }

    private PolygonSurface compact() {
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
