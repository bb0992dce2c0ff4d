package org.posescope.draw.avatar;

import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

import org.posescope.body.math.Vec3;

/** The vertices of one part of a mesh of a glTF file, as they hang on bones. */
final class MeshPart {
    private static final int AXES = 3;
    private static final int PER_SET = 4;

    private final SkinBinding binding;
    private final float[] places;
    private final float[] normals;
    private final float[] uv;
    private final int[] joints;
    private final float[] weights;
    private final int influences;

    /** @param attributes by what they are called the numbers of accessors; POSITION is among them */
    MeshPart(GlbNumbers numbers, JsonNode attributes, SkinBinding binding) {
        this.binding = binding;
        places = numbers.floats(attributes.get("POSITION").asInt());
        normals = optional(numbers, attributes, "NORMAL");
        uv = optional(numbers, attributes, "TEXCOORD_0");
        int sets = attributes.has("JOINTS_0") && attributes.has("WEIGHTS_0") ? 1 : 0;
        sets += sets > 0 && attributes.has("JOINTS_1") && attributes.has("WEIGHTS_1") ? 1 : 0;
        influences = sets * PER_SET;
        int count = Math.floorDiv(places.length, AXES);
        joints = new int[influences * count];
        weights = new float[influences * count];
        for (int set = 0; set < sets; set++) {
            int[] ofSet = numbers.indices(attributes.get("JOINTS_" + set).asInt());
            float[] weightsOfSet = numbers.floats(attributes.get("WEIGHTS_" + set).asInt());
            for (int i = 0; i < PER_SET * count; i++) {
                int at = Math.floorDiv(i, PER_SET) * influences + set * PER_SET + i % PER_SET;
                joints[at] = ofSet[i];
                weights[at] = weightsOfSet[i];
            }
        }
    }

    private static float[] optional(GlbNumbers numbers, JsonNode named, String attribute) {
        return named.has(attribute) ? numbers.floats(named.get(attribute).asInt()) : new float[0];
    }

    /** The numbers of its vertices in order, which make its triangles where the file says no other. */
    int[] all() {
        return IntStream.range(0, Math.floorDiv(places.length, AXES)).toArray();
    }

    /** Whether triangles are seen from their other side. */
    boolean mirrors() {
        return binding.mirrors();
    }

    /** Where a vertex is at rest. */
    Vec3 place(int vertex) {
        return binding.place(vector(places, vertex), named(vertex), weights(vertex));
    }

    /** Its normal, unit length; zero where the file has none. */
    Vec3 normal(int vertex) {
        return turned(vertex, Vec3.ZERO);
    }

    /** How far it moves when it moves by so much in the coordinates of the mesh. */
    Vec3 moved(int vertex, Vec3 by) {
        return binding.turn(by, named(vertex), weights(vertex));
    }

    /** Its normal when that is changed by so much; zero where the file has none. */
    Vec3 turned(int vertex, Vec3 by) {
        return normals.length == 0
                ? Vec3.ZERO
                : binding.normal(vector(normals, vertex).plus(by), named(vertex), weights(vertex));
    }

    float u(int vertex) {
        return uv.length == 0 ? 0 : uv[2 * vertex];
    }

    float v(int vertex) {
        return uv.length == 0 ? 0 : uv[2 * vertex + 1];
    }

    /** The nodes that move it. */
    int[] nodes(int vertex) {
        return binding.nodes(named(vertex));
    }

    /** Their weights, whose sum is 1. */
    float[] weights(int vertex) {
        return binding.weights(weights, vertex * influences, influences);
    }

    private int[] named(int vertex) {
        return binding.joints(joints, vertex * influences, influences);
    }

    /** Three numbers of a row of them. */
    static Vec3 vector(float[] of, int number) {
        return new Vec3(of[AXES * number], of[AXES * number + 1], of[AXES * number + 2]);
    }
}
