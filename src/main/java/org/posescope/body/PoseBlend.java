package org.posescope.body;

/**
 * Corrections of the mesh that depend on how the joints are turned: the 207 numbers of the rotation matrices of joints 1
 * to 23, less the identity, times one direction each. Immutable.
 *
 * <p>This product reads 17 MB for a mesh of 6,890 vertices and is the largest part of posing one. Each direction is an
 * array of its own because C2 vectorises a loop over several float arrays only when all of them use the same index.
 */
final class PoseBlend {
    private static final int NUMBERS = 9;

    private final float[][] directions;
    private final boolean[] used;

    /**
     * Takes the arrays as they are; they must not change.
     *
     * @param directions x, y, z of each vertex, metres; 9 arrays a joint
     */
    PoseBlend(float[][] directions) {
        this.directions = directions;
        this.used = new boolean[directions.length / NUMBERS];
        for (int i = 0; i < directions.length; i++) {
            used[i / NUMBERS] |= !isZero(directions[i]);
        }
    }

    private static boolean isZero(float[] direction) {
        for (float value : direction) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    boolean isEmpty() {
        for (boolean any : used) {
            if (any) {
                return false;
            }
        }
        return true;
    }

    /**
     * Adds the corrections to the vertices.
     *
     * @param rotations 24 matrices, row by row; the first, the global orientation, is not used
     */
    void add(float[] rotations, float[] vertices) {
        for (int joint = 0; joint < used.length; joint++) {
            if (used[joint]) {
                add(rotations, (joint + 1) * NUMBERS, joint * NUMBERS, vertices);
            }
        }
    }

    private void add(float[] rotations, int at, int first, float[] out) {
        float f0 = rotations[at] - 1;
        float f1 = rotations[at + 1];
        float f2 = rotations[at + 2];
        float f3 = rotations[at + 3];
        float f4 = rotations[at + 4] - 1;
        float f5 = rotations[at + 5];
        float f6 = rotations[at + 6];
        float f7 = rotations[at + 7];
        float f8 = rotations[at + 8] - 1;
        float[] d0 = directions[first];
        float[] d1 = directions[first + 1];
        float[] d2 = directions[first + 2];
        float[] d3 = directions[first + 3];
        float[] d4 = directions[first + 4];
        float[] d5 = directions[first + 5];
        float[] d6 = directions[first + 6];
        float[] d7 = directions[first + 7];
        float[] d8 = directions[first + 8];
        for (int i = 0; i < out.length; i++) {
            out[i] += f0 * d0[i] + f1 * d1[i] + f2 * d2[i] + f3 * d3[i] + f4 * d4[i] + f5 * d5[i] + f6 * d6[i]
                    + f7 * d7[i] + f8 * d8[i];
        }
    }
}
