package org.posescope.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Corrections of the mesh that depend on how the joints are turned: the 9 numbers of the rotation matrix of each joint but the
 * first, less the identity, times one direction each. Immutable.
 *
 * <p>Of each joint only the stretches of vertices are kept that it moves. For SMPL that is all of them: 17 MB for a mesh of 6,890
 * vertices, the largest part of posing one.
 */
final class PoseBlend {
    private static final int NUMBERS = 9;
    /** Coordinates that stay are passed over where there are more in a row: a shorter way would cost more than they do. */
    private static final int GAP = 64;

    private final JointBlend[] stretches;

    /**
     * Takes the arrays as they are; they must not change.
     *
     * @param directions x, y, z of each vertex, metres; 9 arrays a joint
     */
    PoseBlend(float[][] directions) {
        List<JointBlend> moved = new ArrayList<>();
        for (int first = 0; first < directions.length; first += NUMBERS) {
            int coordinates = directions[first].length;
            int from = next(directions, first, 0);
            while (from < coordinates) {
                int to = from + 1;
                int following = next(directions, first, to);
                while (following < coordinates && following - to <= GAP) {
                    to = following + 1;
                    following = next(directions, first, to);
                }
                moved.add(JointBlend.of(first + NUMBERS, directions, first, from, to));
                from = following;
            }
        }
        stretches = moved.toArray(JointBlend[]::new);
    }

    /** The first coordinate from {@code from} on that one of the joint's directions changes, else their number. */
    private static int next(float[][] directions, int first, int from) {
        int coordinates = directions[first].length;
        for (int i = from; i < coordinates; i++) {
            for (int number = first; number < first + NUMBERS; number++) {
                if (directions[number][i] != 0) {
                    return i;
                }
            }
        }
        return coordinates;
    }

    boolean isEmpty() {
        return stretches.length == 0;
    }

    /** How many numbers are kept. */
    int size() {
        return Arrays.stream(stretches).mapToInt(JointBlend::size).sum();
    }

    /**
     * Adds the corrections to the vertices.
     *
     * @param rotations one matrix a joint, row by row; the first, the global orientation, is not used
     */
    void add(float[] rotations, float[] vertices) {
        for (JointBlend stretch : stretches) {
            stretch.add(rotations, vertices);
        }
    }
}
