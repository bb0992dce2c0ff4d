package org.posescope.body.fit;

/**
 * The bones of a body of one shape before posing: T-pose, y up, facing z, metres.
 *
 * @param parents of each joint; -1 for the first
 * @param joints  x, y, z of each joint
 * @param points  x, y, z of each {@link BodyPoint}
 */
record RestFigure(int[] parents, double[] joints, double[] points) {
    /** A coordinate of a joint relative to its parent, or of the first joint itself. */
    double offset(int joint, int axis) {
        int parent = parents[joint];
        return joints[3 * joint + axis] - (parent < 0 ? 0 : joints[3 * parent + axis]);
    }
}
