package org.posescope.body;

/** The joints and which of them moves with which. Immutable. */
final class KinematicTree {
    /** Numbers of one rigid transform: the upper three rows of a 4x4 matrix, row by row. */
    static final int TRANSFORM = 12;

    private static final int ROTATION = 9;

    private final int[] parents;

    /**
     * @param parents of each joint; -1 for the first, an earlier joint for every other
     */
    KinematicTree(int[] parents) {
        this.parents = parents.clone();
        for (int joint = 0; joint < parents.length; joint++) {
            if (parents[joint] >= joint || (parents[joint] < 0 && joint > 0)) {
                throw new IllegalArgumentException("joint " + joint + " cannot have the parent " + parents[joint]);
            }
        }
    }

    int[] parents() {
        return parents.clone();
    }

    int size() {
        return parents.length;
    }

    /**
     * Forward kinematics.
     *
     * @param rotations  one matrix a joint, relative to its parent, row by row
     * @param restJoints x, y, z of each joint before posing, metres
     * @param transforms receives the transform of each joint's coordinates, whose origin is the joint
     */
    void pose(float[] rotations, float[] restJoints, double[] transforms) {
        for (int joint = 0; joint < parents.length; joint++) {
            int at = joint * TRANSFORM;
            int r = joint * ROTATION;
            int parent = parents[joint];
            if (parent < 0) {
                for (int row = 0; row < 3; row++) {
                    for (int column = 0; column < 3; column++) {
                        transforms[at + 4 * row + column] = rotations[r + 3 * row + column];
                    }
                    transforms[at + 4 * row + 3] = restJoints[3 * joint + row];
                }
                continue;
            }
            double x = (double) restJoints[3 * joint] - restJoints[3 * parent];
            double y = (double) restJoints[3 * joint + 1] - restJoints[3 * parent + 1];
            double z = (double) restJoints[3 * joint + 2] - restJoints[3 * parent + 2];
            for (int row = 0; row < 3; row++) {
                int from = parent * TRANSFORM + 4 * row;
                int to = at + 4 * row;
                double a = transforms[from];
                double b = transforms[from + 1];
                double c = transforms[from + 2];
                for (int column = 0; column < 3; column++) {
                    transforms[to + column] = a * rotations[r + column] + b * rotations[r + 3 + column]
                            + c * rotations[r + 6 + column];
                }
                transforms[to + 3] = a * x + b * y + c * z + transforms[from + 3];
            }
        }
    }

    /**
     * Turns the transforms of joint coordinates into transforms of the rest pose, which move a vertex of the unposed mesh
     * to where the joint takes it.
     */
    void relativeToRest(double[] transforms, float[] restJoints, float[] out) {
        for (int joint = 0; joint < parents.length; joint++) {
            double x = restJoints[3 * joint];
            double y = restJoints[3 * joint + 1];
            double z = restJoints[3 * joint + 2];
            for (int i = joint * TRANSFORM; i < (joint + 1) * TRANSFORM; i += 4) {
                double a = transforms[i];
                double b = transforms[i + 1];
                double c = transforms[i + 2];
                out[i] = (float) a;
                out[i + 1] = (float) b;
                out[i + 2] = (float) c;
                out[i + 3] = (float) (transforms[i + 3] - a * x - b * y - c * z);
            }
        }
    }
}
