package org.posescope.body;

/** Linear blend skinning: every vertex moves with the weighted mean of the transforms of a few joints. Immutable. */
public final class Skinning {
    /** Numbers of the transform of a joint: the upper three rows of a 4x4 matrix, row by row. */
    public static final int TRANSFORM = KinematicTree.TRANSFORM;

    private final int[] starts;
    private final int[] transformOffsets;
    private final float[] weights;

    /**
     * @param weights one row a vertex, one column a joint; rows sum to 1
     */
    public Skinning(SparseMatrix weights) {
        int vertices = weights.rows();
        starts = new int[vertices + 1];
        for (int vertex = 0; vertex <= vertices; vertex++) {
            starts[vertex] = weights.rowStart(vertex);
        }
        int entries = starts[vertices];
        transformOffsets = new int[entries];
        this.weights = new float[entries];
        for (int i = 0; i < entries; i++) {
            transformOffsets[i] = weights.column(i) * KinematicTree.TRANSFORM;
            this.weights[i] = weights.value(i);
        }
    }

    /**
     * Moves the vertices in place.
     *
     * @param transforms of the rest pose, {@link #TRANSFORM} numbers a joint
     * @param vertices   x, y, z of each; receives the moved ones
     * @param offset     x, y, z that is added to all
     */
    public void apply(float[] transforms, float[] vertices, float[] offset) {
        for (int vertex = 0; vertex < starts.length - 1; vertex++) {
            float xx = 0;
            float xy = 0;
            float xz = 0;
            float xt = 0;
            float yx = 0;
            float yy = 0;
            float yz = 0;
            float yt = 0;
            float zx = 0;
            float zy = 0;
            float zz = 0;
            float zt = 0;
            for (int i = starts[vertex]; i < starts[vertex + 1]; i++) {
                float w = weights[i];
                int t = transformOffsets[i];
                xx += w * transforms[t];
                xy += w * transforms[t + 1];
                xz += w * transforms[t + 2];
                xt += w * transforms[t + 3];
                yx += w * transforms[t + 4];
                yy += w * transforms[t + 5];
                yz += w * transforms[t + 6];
                yt += w * transforms[t + 7];
                zx += w * transforms[t + 8];
                zy += w * transforms[t + 9];
                zz += w * transforms[t + 10];
                zt += w * transforms[t + 11];
            }
            int v = 3 * vertex;
            float x = vertices[v];
            float y = vertices[v + 1];
            float z = vertices[v + 2];
            vertices[v] = xx * x + xy * y + xz * z + xt + offset[0];
            vertices[v + 1] = yx * x + yy * y + yz * z + yt + offset[1];
            vertices[v + 2] = zx * x + zy * y + zz * z + zt + offset[2];
        }
    }
}
