package org.posescope.body;

import java.util.Optional;

/**
 * A body of 24 boxes, one around each joint, which follow only their own. Upright in T-pose, y up, facing z, 1.7 m high with
 * the feet at y = -0.95.
 */
public final class Mannequin {
    private static final int[] PARENTS = {-1, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 12, 13, 14, 16, 17, 18, 19, 20,
        21};
    private static final float[][] JOINTS = {{0, 0, 0}, {0.1f, -0.1f, 0}, {-0.1f, -0.1f, 0}, {0, 0.15f, 0},
        {0.1f, -0.48f, 0}, {-0.1f, -0.48f, 0}, {0, 0.28f, 0}, {0.1f, -0.84f, 0}, {-0.1f, -0.84f, 0}, {0, 0.4f, 0},
        {0.1f, -0.87f, 0.12f}, {-0.1f, -0.87f, 0.12f}, {0, 0.52f, 0}, {0.08f, 0.46f, 0}, {-0.08f, 0.46f, 0},
        {0, 0.67f, 0}, {0.18f, 0.46f, 0}, {-0.18f, 0.46f, 0}, {0.44f, 0.46f, 0}, {-0.44f, 0.46f, 0}, {0.68f, 0.46f, 0},
        {-0.68f, 0.46f, 0}, {0.78f, 0.46f, 0}, {-0.78f, 0.46f, 0}};
    private static final float HALF_SIDE = 0.08f;
    private static final int CORNERS = 8;
    /** The corners of a box are numbered by the signs of x, y and z, which are its bits; seen from outside. */
    private static final int[] BOX = {0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7, 0, 4, 2,
        2,
        4, 6, 1, 3, 5, 3, 7, 5};

    private Mannequin() {}

    public static BodyModel model() {
        int vertices = CORNERS * JOINTS.length;
        float[] template = new float[3 * vertices];
        float[] regressor = new float[JOINTS.length * vertices];
        float[] weights = new float[vertices * JOINTS.length];
        int[] faces = new int[BOX.length * JOINTS.length];
        for (int vertex = 0; vertex < vertices; vertex++) {
            int joint = vertex / CORNERS;
            for (int axis = 0; axis < 3; axis++) {
                boolean far = (vertex >> axis & 1) == 1;
                template[3 * vertex + axis] = JOINTS[joint][axis] + (far ? HALF_SIDE : -HALF_SIDE);
            }
            regressor[joint * vertices + vertex] = 1f / CORNERS;
            weights[vertex * JOINTS.length + joint] = 1;
        }
        for (int i = 0; i < faces.length; i++) {
            faces[i] = CORNERS * (i / BOX.length) + BOX[i % BOX.length];
        }
        return new BodyModel("mannequin", new ShapeBlend(template, new float[0][]),
                new ShapeBlend(new float[template.length], new float[0][]), false, new PoseBlend(new float[0][]),
                SparseMatrix.ofDense(regressor, JOINTS.length, vertices), new KinematicTree(PARENTS),
                SparseMatrix.ofDense(weights, vertices, JOINTS.length), faces, Optional.empty());
    }
}
