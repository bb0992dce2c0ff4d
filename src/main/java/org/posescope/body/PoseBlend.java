package org.posescope.body;

import java.util.ArrayList;
import java.util.List;

/**
 * Corrections of the mesh that depend on how the joints are turned: the 9 numbers of the rotation matrix of each joint but the
 * first, less the identity, times one direction each. Immutable.
 *
 * <p>Of each joint only the range of vertices is kept that it moves. For SMPL that is all of them: 17 MB for a mesh of 6,890
 * vertices, the largest part of posing one.
 */
final class PoseBlend {
    private static final int NUMBERS = 9;

    private final JointBlend[] joints;

    /**
     * Takes the arrays as they are; they must not change.
     *
     * @param directions x, y, z of each vertex, metres; 9 arrays a joint
     */
    PoseBlend(float[][] directions) {
        List<JointBlend> turned = new ArrayList<>();
        for (int first = 0; first < directions.length; first += NUMBERS) {
            int from = Integer.MAX_VALUE;
            int to = 0;
            for (int number = first; number < first + NUMBERS; number++) {
                float[] direction = directions[number];
                for (int i = 0; i < direction.length; i++) {
                    if (direction[i] != 0) {
                        from = Math.min(from, i);
                        to = Math.max(to, i + 1);
                    }
                }
            }
            if (from < to) {
                turned.add(JointBlend.of(first + NUMBERS, directions, first, from, to));
            }
        }
        joints = turned.toArray(JointBlend[]::new);
    }

    boolean isEmpty() {
        return joints.length == 0;
    }

    /**
     * Adds the corrections to the vertices.
     *
     * @param rotations one matrix a joint, row by row; the first, the global orientation, is not used
     */
    void add(float[] rotations, float[] vertices) {
        for (JointBlend joint : joints) {
            joint.add(rotations, vertices);
        }
    }
}
