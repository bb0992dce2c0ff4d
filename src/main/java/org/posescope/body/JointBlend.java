package org.posescope.body;

import java.util.Arrays;

/**
 * Corrections of one joint: 9 directions over a range of coordinates. Each direction is an array of its own because C2
 * vectorises a loop over several float arrays only when all of them use the same index. Immutable.
 */
final class JointBlend {
    private final int matrix;
    private final int from;
    private final float[][] directions;

    private JointBlend(int matrix, int from, float[][] directions) {
        this.matrix = matrix;
        this.from = from;
        this.directions = directions;
    }

    /**
     * @param matrix where the joint's rotation begins among all
     * @param first  of 9 directions
     * @param from   the range of coordinates that they change, up to before {@code to}
     */
    static JointBlend of(int matrix, float[][] directions, int first, int from, int to) {
        float[][] own = new float[9][];
        Arrays.setAll(own, k -> from == 0 && to == directions[first + k].length
                ? directions[first + k]
                : Arrays.copyOfRange(directions[first + k], from, to));
        return new JointBlend(matrix, from, own);
    }

    int size() {
        return directions.length * directions[0].length;
    }

    void add(float[] rotations, float[] out) {
        float f0 = rotations[matrix] - 1;
        float f1 = rotations[matrix + 1];
        float f2 = rotations[matrix + 2];
        float f3 = rotations[matrix + 3];
        float f4 = rotations[matrix + 4] - 1;
        float f5 = rotations[matrix + 5];
        float f6 = rotations[matrix + 6];
        float f7 = rotations[matrix + 7];
        float f8 = rotations[matrix + 8] - 1;
        float[] d0 = directions[0];
        float[] d1 = directions[1];
        float[] d2 = directions[2];
        float[] d3 = directions[3];
        float[] d4 = directions[4];
        float[] d5 = directions[5];
        float[] d6 = directions[6];
        float[] d7 = directions[7];
        float[] d8 = directions[8];
        for (int i = 0; i < d0.length; i++) {
            out[from + i] += f0 * d0[i] + f1 * d1[i] + f2 * d2[i] + f3 * d3[i] + f4 * d4[i] + f5 * d5[i] + f6 * d6[i]
                    + f7 * d7[i] + f8 * d8[i];
        }
    }
}
