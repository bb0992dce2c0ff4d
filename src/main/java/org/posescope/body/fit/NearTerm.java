package org.posescope.body.fit;

/** Joints stay near given rotations: those of a relaxed body, or those of the frame before. */
final class NearTerm implements Term {
    private final double[] rotations;
    private final double[] weights;
    private final double[] difference = new double[Matrices.SIZE];
    private final double[] vector = new double[4];

    /**
     * @param rotations relative to the parents, a matrix a joint
     * @param weights   of the square of the angle, a joint each, square metres a square radian
     */
    NearTerm(double[] rotations, double[] weights) {
        this.rotations = rotations.clone();
        this.weights = weights.clone();
    }

    @Override
    public double cost(BodyPose pose) {
        double sum = 0;
        for (int joint = 0; joint < BodyPose.JOINTS; joint++) {
            if (weights[joint] > 0) {
                turnFromReference(pose, joint);
                sum += weights[joint] * (vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
            }
        }
        return sum;
    }

    private void turnFromReference(BodyPose pose, int joint) {
        int at = joint * Matrices.SIZE;
        Matrices.timesTransposed(pose.local(), at, rotations, at, difference, 0);
        Matrices.log(difference, 0, vector);
    }

    /** A small turn of the joint adds to the axis-angle vector from the reference, to first order of that vector. */
    @Override
    public void addTo(Equations equations, BodyPose pose) {
        for (int joint = 0; joint < BodyPose.JOINTS; joint++) {
            int column = equations.column(joint);
            if (weights[joint] > 0 && column >= 0) {
                turnFromReference(pose, joint);
                for (int axis = 0; axis < 3; axis++) {
                    equations.add(column + axis, 1, vector[axis], weights[joint]);
                }
            }
        }
    }
}
