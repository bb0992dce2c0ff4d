package org.posescope.workshop.demo.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.posescope.body.BodyModel;
import org.posescope.body.VertexNormals;
import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.SmplJoints;
import org.posescope.workshop.body.surface.BodyPart;

/**
 * A person's surface as it is seen: skin, hair, clothes that lie a little above the body and do not follow its every hollow,
 * and shoes. Its arrays are overwritten by {@link #drape} and must not be changed. Not thread-safe.
 */
public final class Costume {
    private final int[] source;
    private final int[] anchor;
    private final int[] rounds;
    private final int mostRounds;
    private final int[][] neighbours;
    private final float[] thickness;
    private final List<Shoe> shoes;
    private final int[] triangles;
    private final VertexNormals vertexNormals;
    private final int[] colors;
    private final float[] vertices;
    private final float[] normals;
    private final float[] smooth;

    /** @param betas the body's shape */
    public Costume(BodyModel model, BodyParts parts, ActorLook look, float[] betas) {
        Cut cut = new Cut(model.faces(), parts);
        List<Cut.Vertex> cloth = cut.vertices();
        Vec3[] body = points(model.restVertices(betas));
        Vec3[] joints = points(model.restJoints(betas));
        Vec3[] rest = cloth.stream().map(v -> body[v.source()]).toArray(Vec3[]::new);
        source = cloth.stream().mapToInt(Cut.Vertex::source).toArray();
        anchor = cut.anchors();
        rounds = cloth.stream().mapToInt(v -> Cloth.of(v.cover()).rounds()).toArray();
        mostRounds = Arrays.stream(rounds).max().orElse(0);
        Dye dye = new Dye(look, parts, cloth, rest, joints[SmplJoints.HEAD]);
        thickness = dye.thickness();
        shoes = List.of(shoe(body, parts, joints, SmplJoints.LEFT_ANKLE, SmplJoints.LEFT_FOOT),
                shoe(body, parts, joints, SmplJoints.mirror(SmplJoints.LEFT_ANKLE),
                        SmplJoints.mirror(SmplJoints.LEFT_FOOT)));
        neighbours = neighbours(cloth, cut.triangles());
        triangles = withShoes(cut.triangles());
        vertexNormals = new VertexNormals(triangles);
        colors = withShoes(dye.colors(), look);
        vertices = new float[3 * colors.length];
        normals = new float[3 * colors.length];
        smooth = new float[3 * source.length];
    }

    private static Vec3[] points(float[] coordinates) {
        Vec3[] points = new Vec3[coordinates.length / 3];
        Arrays.setAll(points, k -> new Vec3(coordinates[3 * k], coordinates[3 * k + 1], coordinates[3 * k + 2]));
        return points;
    }

    private static Shoe shoe(Vec3[] body, BodyParts parts, Vec3[] joints, int ankle, int ball) {
        int[] foot = IntStream.range(0, body.length)
                .filter(v -> parts.isShod(v) && body[v].x() * joints[ankle].x() > 0).toArray();
        return new Shoe(body, foot, joints[ankle], joints[ball]);
    }

    private int[] withShoes(int[] cloth) {
        IntStream all = Arrays.stream(cloth);
        int first = source.length;
        for (Shoe shoe : shoes) {
            int offset = first;
            all = IntStream.concat(all, shoe.triangles().stream().flatMapToInt(Arrays::stream).map(v -> v + offset));
            first += shoe.size();
        }
        return all.toArray();
    }

    private int[] withShoes(int[] cloth, ActorLook look) {
        IntStream all = Arrays.stream(cloth);
        for (Shoe shoe : shoes) {
            all = IntStream.concat(all, IntStream.range(0, shoe.size())
                    .map(v -> shoe.isSole(v) ? look.soles() : look.colors().get(BodyPart.SHOES)));
        }
        return all.toArray();
    }

    /** Those with which a vertex is smoothed: of the same cloth; none for those on a seam, which stay. */
    private static int[][] neighbours(List<Cut.Vertex> all, int[] triangles) {
        Map<Integer, Long> uses = all.stream()
                .collect(Collectors.groupingBy(Cut.Vertex::source, Collectors.counting()));
        List<List<Integer>> found = new ArrayList<>();
        all.forEach(v -> found.add(new ArrayList<>()));
        for (int t = 0; t < triangles.length; t += 3) {
            for (int k = 0; k < 3; k++) {
                int from = triangles[t + k];
                int to = triangles[t + (k + 1) % 3];
                if (all.get(from).cover() == all.get(to).cover()) {
                    found.get(from).add(to);
                    found.get(to).add(from);
                }
            }
        }
        return IntStream.range(0, all.size())
                .mapToObj(v -> uses.get(all.get(v).source()) > 1 ? List.<Integer>of() : found.get(v))
                .map(list -> list.stream().distinct().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
    }

    /** Puts the costume onto the posed body. */
    public void drape(float[] body) {
        for (int v = 0; v < source.length; v++) {
            System.arraycopy(body, 3 * source[v], vertices, 3 * v, 3);
        }
        int first = source.length;
        for (Shoe shoe : shoes) {
            shoe.place(body, vertices, first);
            first += shoe.size();
        }
        for (int round = 0; round < mostRounds; round++) {
            smooth(round);
        }
        vertexNormals.compute(vertices, normals);
        for (int k = 0; k < smooth.length; k++) {
            vertices[k] += thickness[k / 3] * normals[k];
        }
        for (int v = 0; v < anchor.length; v++) {
            System.arraycopy(vertices, 3 * anchor[v], vertices, 3 * v, 3);
        }
        vertexNormals.compute(vertices, normals);
    }

    private void smooth(int round) {
        System.arraycopy(vertices, 0, smooth, 0, smooth.length);
        for (int v = 0; v < rounds.length; v++) {
            if (round < rounds[v] && neighbours[v].length > 0) {
                for (int axis = 0; axis < 3; axis++) {
                    float sum = 0;
                    for (int other : neighbours[v]) {
                        sum += smooth[3 * other + axis];
                    }
                    vertices[3 * v + axis] = 0.5f * (smooth[3 * v + axis] + sum / neighbours[v].length);
                }
            }
        }
    }

    /** X, y, z of each. */
    public float[] vertices() {
        return vertices;
    }

    public float[] normals() {
        return normals;
    }

    public int[] triangles() {
        return triangles;
    }

    /** For the vertices that come before those of the shoes. */
    int[][] neighbours() {
        return neighbours;
    }

    /** {@code 0xRRGGBB} by vertex. */
    public int[] colors() {
        return colors;
    }
}
