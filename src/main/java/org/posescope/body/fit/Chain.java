package org.posescope.body.fit;

/** How a point of the body moves with the unknowns of the pose: the joints on the way to it, and the translation. */
final class Chain {
    private static final int LONGEST = 3 * BodyPose.JOINTS + 4;

    private final int[] at = new int[LONGEST];
    private final double[][] slopes = new double[3][LONGEST];
    private final double[] mixed = new double[LONGEST];
    private final int[] path = new int[BodyPose.JOINTS];
    private int count;

    /** Takes the derivatives of a point that moves with a joint. */
    void follow(BodyPose pose, Equations equations, int joint, double[] point) {
        int length = 0;
        for (int j = joint; j >= 0; j = pose.parent(j)) {
            if (equations.column(j) >= 0) {
                path[length++] = j;
            }
        }
        count = 0;
        for (int i = length - 1; i >= 0; i--) {
            turning(pose, equations.column(path[i]), path[i], point);
        }
        for (int axis = 0; axis < 3; axis++) {
            at[count] = equations.translationColumn() + axis;
            for (int row = 0; row < 3; row++) {
                slopes[row][count] = row == axis ? 1 : 0;
            }
            count++;
        }
    }

    /** A turn about an axis of the parent's frame moves the point across the axis and its distance from the joint. */
    private void turning(BodyPose pose, int column, int joint, double[] point) {
        double[] frame = pose.frameOf(joint);
        int offset = pose.frameOffset(joint);
        double x = point[0] - pose.position(joint, 0);
        double y = point[1] - pose.position(joint, 1);
        double z = point[2] - pose.position(joint, 2);
        for (int axis = 0; axis < 3; axis++) {
            double ax = frame[offset + axis];
            double ay = frame[offset + 3 + axis];
            double az = frame[offset + 6 + axis];
            at[count] = column + axis;
            slopes[0][count] = ay * z - az * y;
            slopes[1][count] = az * x - ax * z;
            slopes[2][count] = ax * y - ay * x;
            count++;
        }
    }

    /** Adds the residual of the depth of the point less {@link BodyPose#depthError}. */
    void addDepth(Equations equations, double residual, double weight) {
        at[count] = equations.depthErrorColumn();
        slopes[2][count] = -1;
        equations.add(at, slopes[2], count + 1, residual, weight);
    }

    /** Adds the residual of one coordinate of the point. */
    void add(Equations equations, int axis, double residual, double weight) {
        equations.add(at, slopes[axis], count, residual, weight);
    }

    /** Adds a residual of a coordinate less a multiple of the depth. */
    void addProjected(Equations equations, int axis, double slope, double residual, double weight) {
        for (int i = 0; i < count; i++) {
            mixed[i] = slopes[axis][i] - slope * slopes[2][i];
        }
        equations.add(at, mixed, count, residual, weight);
    }
}
