package org.posescope.draw.avatar;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import org.posescope.body.math.Vec3;

/**
 * Which nodes move a mesh, and where its vertices are while they are at rest.
 *
 * @param joints nodes, in the order in which vertices number them
 * @param rest   of each, from the coordinates of the mesh to where its vertices are
 */
record SkinBinding(List<Integer> joints, List<Affine> rest) {
    /** All of it hangs on one node. */
    static SkinBinding rigid(int node, Affine rest) {
        return new SkinBinding(List.of(node), List.of(rest));
    }

    static SkinBinding of(Glb file, GlbNumbers numbers, int skin, NodeTree nodes, Affine upright) {
        JsonNode described = file.at("skins", skin);
        int count = described.path("joints").size();
        float[] inverse = described.has("inverseBindMatrices")
                ? numbers.floats(described.get("inverseBindMatrices").asInt())
                : new float[0];
        Integer[] joints = new Integer[count];
        Affine[] rest = new Affine[count];
        for (int i = 0; i < count; i++) {
            joints[i] = described.path("joints").get(i).asInt();
            Affine bound = inverse.length == 0 ? Affine.identity() : Affine.ofColumns(inverse, 16 * i);
            rest[i] = upright.times(nodes.rest(joints[i])).times(bound);
        }
        return new SkinBinding(List.of(joints), List.of(rest));
    }

    /** Whether it turns triangles inside out. */
    boolean mirrors() {
        return rest.getFirst().mirrors();
    }

    /** Places in {@link #joints} of those that move a vertex; the first one alone where the file names none. */
    int[] joints(int[] all, int from, int count) {
        int[] named = new int[Math.max(1, count)];
        System.arraycopy(all, from, named, 0, count);
        return named;
    }

    /** Their weights, whose sum is 1. */
    float[] weights(float[] all, int from, int count) {
        float[] shares = new float[Math.max(1, count)];
        float sum = 0;
        for (int i = 0; i < count; i++) {
            shares[i] = Math.max(0, all[from + i]);
            sum += shares[i];
        }
        if (!(sum > 0)) {
            shares[0] = 1;
            sum = 1;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    int[] nodes(int[] named) {
        int[] nodes = new int[named.length];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = joints.get(named[i]);
        }
        return nodes;
    }

    Vec3 place(Vec3 point, int[] named, float[] weights) {
        Vec3 sum = Vec3.ZERO;
        for (int i = 0; i < named.length; i++) {
            sum = sum.plus(weights[i], rest.get(named[i]).apply(point));
        }
        return sum;
    }

    /** Where a shift of a point goes. */
    Vec3 turn(Vec3 shift, int[] named, float[] weights) {
        Vec3 sum = Vec3.ZERO;
        for (int i = 0; i < named.length; i++) {
            sum = sum.plus(weights[i], rest.get(named[i]).turn(shift));
        }
        return sum;
    }

    Vec3 normal(Vec3 normal, int[] named, float[] weights) {
        Vec3 sum = Vec3.ZERO;
        for (int i = 0; i < named.length; i++) {
            sum = sum.plus(weights[i], rest.get(named[i]).turnNormal(normal));
        }
        return sum.unit();
    }
}
