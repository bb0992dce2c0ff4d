package org.posescope.body;

/**
 * The joints that each vertex of a mesh follows, the strongest first, always as many: the missing ones are joint 0 with
 * weight 0. The weights of a vertex sum to 1.
 */
public final class VertexInfluences {
    private final int perVertex;
    private final int[] joints;
    private final float[] weights;

    private VertexInfluences(int perVertex, int[] joints, float[] weights) {
        this.perVertex = perVertex;
        this.joints = joints;
        this.weights = weights;
    }

    /** How many each vertex has. */
    public int perVertex() {
        return perVertex;
    }

    /** The joint of an influence: those of vertex v are {@code v * perVertex} and the next ones. */
    public int joint(int influence) {
        return joints[influence];
    }

    /** The weight of an influence, 0..1. */
    public float weight(int influence) {
        return weights[influence];
    }

    /** All joints, {@link #perVertex} a vertex. A copy. */
    public int[] joints() {
        return joints.clone();
    }

    /** All weights, likewise. A copy. */
    public float[] weights() {
        return weights.clone();
    }

    /** The strongest influences of each row, scaled so that they sum to 1 in single precision. */
    static VertexInfluences of(SparseMatrix skinWeights, int perVertex) {
        int vertices = skinWeights.rows();
        int[] joints = new int[vertices * perVertex];
        float[] weights = new float[vertices * perVertex];
        for (int vertex = 0; vertex < vertices; vertex++) {
            int at = vertex * perVertex;
            for (int entry = skinWeights.rowStart(vertex); entry < skinWeights.rowStart(vertex + 1); entry++) {
                insert(skinWeights.column(entry), skinWeights.value(entry), joints, weights, at, perVertex);
            }
            normalise(weights, at, perVertex);
        }
        return new VertexInfluences(perVertex, joints, weights);
    }

    private static void insert(int joint, float weight, int[] joints, float[] weights, int at, int perVertex) {
        int place = at + perVertex;
        while (place > at && weight > weights[place - 1]) {
            place--;
            if (place + 1 < at + perVertex) {
                joints[place + 1] = joints[place];
                weights[place + 1] = weights[place];
            }
        }
        if (place < at + perVertex) {
            joints[place] = joint;
            weights[place] = weight;
        }
    }

    private static void normalise(float[] weights, int at, int perVertex) {
        double sum = 0;
        for (int i = at; i < at + perVertex; i++) {
            sum += weights[i];
        }
        float rest = 1;
        for (int i = at + 1; i < at + perVertex; i++) {
            weights[i] = (float) (weights[i] / sum);
            rest -= weights[i];
        }
        weights[at] = rest;
    }
}
