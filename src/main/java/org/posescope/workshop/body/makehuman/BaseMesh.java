package org.posescope.workshop.body.makehuman;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.posescope.body.math.Vec3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * MakeHuman's base mesh: the body's surface (vertices 0 to {@value #BODY_VERTICES} - 1, closed, of quads), followed by helper
 * geometry: clothes, hair, eyes, teeth and small cubes that mark the ends of bones. In metres, y up, facing +z, left is +x, arms in
 * A-pose; symmetric about x = 0 in shape and in topology.
 */
public final class BaseMesh {
    public static final int VERTICES = 19158;
    public static final int BODY_VERTICES = 13380;

    private static final double METRES_PER_UNIT = 0.1;
    /** First number of a face in the three.js JSON model format 3.1; this file has quads with material and UV only. */
    private static final int QUAD_WITH_MATERIAL_AND_UV = 0b1011;
    private static final int NUMBERS_PER_FACE = 10;
    private static final int CORNERS = 4;

    private final Vec3[] points;
    private final int[][] bodyQuads;
    private final Map<String, int[]> cubes;
    private final Map<String, int[]> helpers;
    private final int[] mirror;

    private BaseMesh(Vec3[] points, int[][] bodyQuads, Map<String, int[]> cubes, Map<String, int[]> helpers) {
        this.points = points;
        this.bodyQuads = bodyQuads;
        this.cubes = cubes;
        this.helpers = helpers;
        Map<Vec3, Integer> vertexAt = new HashMap<>();
        for (int v = 0; v < points.length; v++) {
            vertexAt.put(points[v], v);
        }
        mirror = Arrays.stream(points).mapToInt(p -> vertexAt.getOrDefault(p.mirrored(), -1)).toArray();
    }

    /** Reads the mesh. */
    public static BaseMesh read(MakeHumanFiles files) {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(files.baseMesh().toFile());
        } catch (IOException e) {
            throw MakeHumanFiles.unreadable(files.baseMesh(), e);
        }
        List<int[]> body = new ArrayList<>();
        Map<String, int[]> helpers = new HashMap<>();
        JsonNode faces = root.get("faces");
        JsonNode materials = root.get("materials");
        for (int at = 0; at < faces.size(); at += NUMBERS_PER_FACE) {
            if (faces.get(at).intValue() != QUAD_WITH_MATERIAL_AND_UV) {
                throw new IllegalStateException("a face of type " + faces.get(at));
            }
            int first = at + 1;
            int[] quad = IntStream.range(0, CORNERS).map(k -> faces.get(first + k).intValue()).toArray();
            if (quad[0] < BODY_VERTICES) {
                body.add(quad);
            } else {
                int material = faces.get(first + CORNERS).intValue();
                helpers.merge(materials.get(material).get("DbgName").textValue(), quad, BaseMesh::union);
            }
        }
        return new BaseMesh(points(root.get("vertices")), body.toArray(int[][]::new),
                cubes(root.get("metadata").get("joint_pos_idxs")), helpers);
    }

    private static Vec3[] points(JsonNode numbers) {
        Vec3[] points = new Vec3[VERTICES];
        for (int v = 0; v < points.length; v++) {
            Vec3 units = new Vec3(numbers.get(3 * v).doubleValue(), numbers.get(3 * v + 1).doubleValue(),
                    numbers.get(3 * v + 2).doubleValue());
            // Adding 0 makes 0 of -0, so that mirror images are found by their coordinates.
            points[v] = units.times(METRES_PER_UNIT).plus(Vec3.ZERO);
        }
        return points;
    }

    private static Map<String, int[]> cubes(JsonNode node) {
        Map<String, int[]> cubes = new HashMap<>();
        for (Map.Entry<String, JsonNode> cube : node.properties()) {
            JsonNode vertices = cube.getValue();
            cubes.put(cube.getKey(),
                    IntStream.range(0, vertices.size()).map(k -> vertices.get(k).intValue()).toArray());
        }
        return cubes;
    }

    private static int[] union(int[] a, int[] b) {
        return IntStream.concat(Arrays.stream(a), Arrays.stream(b)).distinct().sorted().toArray();
    }

    /** All vertices, helpers too. A copy. */
    public Vec3[] points() {
        return points.clone();
    }

    /** Whether a vertex is on the left side or on the middle line. */
    public boolean isLeftOrMiddle(int vertex) {
        return points[vertex].x() >= 0;
    }

    /**
     * The vertex on the other side; itself on the middle line.
     *
     * @throws IllegalArgumentException when it has none, as some helpers
     */
    public int mirror(int vertex) {
        if (mirror[vertex] < 0) {
            throw new IllegalArgumentException("vertex " + vertex + " has no mirror image");
        }
        return mirror[vertex];
    }

    /** The quads of the body's surface, corners counter-clockwise seen from outside; not to be changed. */
    public int[][] bodyQuads() {
        return bodyQuads;
    }

    /** The vertices of a helper, by its material, such as {@code helper-l-eye}. */
    public int[] helper(String material) {
        return helpers.get(material).clone();
    }

    /** Where a bone begins, in a body given by all vertices. */
    public Vec3 head(String bone, Vec3[] body) {
        return mean(bone + "____head", body);
    }

    /** Where a bone ends, in a body given by all vertices. */
    public Vec3 tail(String bone, Vec3[] body) {
        return mean(bone + "____tail", body);
    }

    private Vec3 mean(String end, Vec3[] body) {
        int[] cube = cubes.get(end);
        if (cube == null) {
            throw new IllegalArgumentException("the base mesh marks no " + end);
        }
        return Vec3.mean(Arrays.stream(cube).mapToObj(v -> body[v]).toArray(Vec3[]::new));
    }
}
