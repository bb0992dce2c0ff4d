package org.posescope.body;

import java.util.Optional;
import java.util.Random;

import org.posescope.pose.Rotations;

/** A body of SMPL's size whose numbers mean nothing: every vertex follows four joints, no correction is zero. */
final class SyntheticBody {
    static final int VERTICES = 6890;
    static final int FACES = 13776;

    private static final int[] PARENTS = {-1, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 12, 13, 14, 16, 17, 18, 19, 20,
        21};
    private static final int JOINTS_OF_A_VERTEX = 4;

    private final Random random = new Random(6890);

    BodyModel model() {
        float[][] shape = new float[10][];
        for (int k = 0; k < shape.length; k++) {
            shape[k] = gaussians(3 * VERTICES, 0.01);
        }
        float[][] poses = new float[207][];
        for (int k = 0; k < poses.length; k++) {
            poses[k] = gaussians(3 * VERTICES, 0.001);
        }
        return new BodyModel("synthetic", new ShapeBlend(gaussians(3 * VERTICES, 0.3), shape),
                new ShapeBlend(new float[3 * VERTICES], new float[0][]), false, new PoseBlend(poses),
                rows(24, VERTICES, 30), new KinematicTree(PARENTS), rows(VERTICES, 24, JOINTS_OF_A_VERTEX), faces(),
                Optional.empty());
    }

    /** Random rotations of up to about a radian. */
    float[] rotations() {
        float[] matrices = new float[24 * Rotations.MATRIX];
        for (int joint = 0; joint < 24; joint++) {
            Rotations.putMatrix(random.nextGaussian() / 3, random.nextGaussian() / 3, random.nextGaussian() / 3,
                    matrices,
                    joint * Rotations.MATRIX);
        }
        return matrices;
    }

    float[] gaussians(int length, double deviation) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return values;
    }

    private SparseMatrix rows(int rows, int columns, int entries) {
        float[] dense = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < entries; i++) {
                dense[row * columns + random.nextInt(columns)] += 1f / entries;
            }
        }
        return SparseMatrix.ofDense(dense, rows, columns);
    }

    /** Corners lie near each other in memory, as in a real mesh. */
    private int[] faces() {
        int[] corners = new int[3 * FACES];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = (i / 6 + random.nextInt(60)) % VERTICES;
        }
        return corners;
    }
}
