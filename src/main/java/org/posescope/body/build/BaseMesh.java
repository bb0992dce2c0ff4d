package org.posescope.body.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.posescope.error.UserException;

/**
 * MakeHuman's base mesh: the body surface (vertices 0 to {@value #BODY_VERTICES} - 1, a closed surface of quads), followed by
 * helper geometry: clothes, hair, eyes, teeth and small cubes that mark the joints. Metres, y up, facing +z, left is +x,
 * arms in A-pose; symmetric about x = 0 in shape and in topology.
 *
 * @param points     {@value #VERTICES} vertices
 * @param bodyQuads  corners of the surface's quads, counter-clockwise seen from outside
 * @param jointCubes by bone end, such as {@code foot.L____head}: the vertices whose mean is the point
 * @param helpers    by material name, such as {@code helper-hair}: the vertices of the helper
 */
record BaseMesh(Vec3[] points, int[][] bodyQuads, Map<String, int[]> jointCubes, Map<String, int[]> helpers) {
    static final int VERTICES = 19158;
    static final int BODY_VERTICES = 13380;
    private static final double METRES_PER_UNIT = 0.1;

    /** Bits of a face's first number in the three.js JSON model format 3.1; this file has quads with material and UV only. */
    private static final int QUAD_WITH_MATERIAL_AND_UV = 0b1011;
    private static final int NUMBERS_PER_FACE = 10;

    static BaseMesh read(MakeHumanFiles files) {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(files.file(MakeHumanFiles.BASE_MESH).toFile());
        } catch (IOException e) {
            throw new UserException("Cannot read the base mesh: " + e.getMessage(), e);
        }
        Vec3[] points = points(root.get("vertices"));
        List<int[]> body = new ArrayList<>();
        Map<String, int[]> helpers = new HashMap<>();
        JsonNode faces = root.get("faces");
        JsonNode materials = root.get("materials");
        for (int at = 0; at < faces.size(); at += NUMBERS_PER_FACE) {
            if (faces.get(at).intValue() != QUAD_WITH_MATERIAL_AND_UV) {
                throw new IllegalStateException("a face of type " + faces.get(at).intValue());
            }
            int[] quad = new int[4];
            for (int k = 0; k < 4; k++) {
                quad[k] = faces.get(at + 1 + k).intValue();
            }
            if (quad[0] < BODY_VERTICES) {
                body.add(quad);
            } else {
                String material = materials.get(faces.get(at + 5).intValue()).get("DbgName").textValue();
                helpers.merge(material, quad, BaseMesh::union);
            }
        }
        return new BaseMesh(points, body.toArray(int[][]::new), cubes(root.get("metadata").get("joint_pos_idxs")),
                helpers);
    }

    private static Vec3[] points(JsonNode numbers) {
        Vec3[] points = new Vec3[numbers.size() / 3];
        if (points.length != VERTICES) {
            throw new IllegalStateException("a base mesh of " + points.length + " vertices");
        }
        for (int v = 0; v < points.length; v++) {
            points[v] = new Vec3(numbers.get(3 * v).doubleValue(), numbers.get(3 * v + 1).doubleValue(),
                    numbers.get(3 * v + 2).doubleValue()).times(METRES_PER_UNIT);
        }
        return points;
    }

    private static Map<String, int[]> cubes(JsonNode node) {
        Map<String, int[]> cubes = new HashMap<>();
        for (Map.Entry<String, JsonNode> cube : node.properties()) {
            int[] vertices = new int[cube.getValue().size()];
            Arrays.setAll(vertices, k -> cube.getValue().get(k).intValue());
            cubes.put(cube.getKey(), vertices);
        }
        return cubes;
    }

    private static int[] union(int[] a, int[] b) {
        return IntStream.concat(Arrays.stream(a), Arrays.stream(b)).distinct().sorted().toArray();
    }

    /** Where a bone begins, in a body of this topology. */
    Vec3 head(String bone, Vec3[] body) {
        return mean(bone + "____head", body);
    }

    /** Where a bone ends, in a body of this topology. */
    Vec3 tail(String bone, Vec3[] body) {
        return mean(bone + "____tail", body);
    }

    private Vec3 mean(String cube, Vec3[] body) {
        int[] vertices = jointCubes.get(cube);
        if (vertices == null) {
            throw new IllegalArgumentException("the base mesh marks no " + cube);
        }
        Vec3 sum = Vec3.ZERO;
        for (int v : vertices) {
            sum = sum.plus(body[v]);
        }
        return sum.times(1.0 / vertices.length);
    }
}
