package org.posescope.body.fit;

/** The bones of a body of one shape before posing: T-pose, y up, facing z, metres. Immutable. */
final class RestFigure {
    private final int[] parents;
    private final double[] joints;
    private final double[] points;

    /**
     * @param parents of each joint; -1 for the first
     * @param joints  x, y, z of each joint
     * @param points  x, y, z of each {@link BodyPoint}
     */
    RestFigure(int[] parents, double[] joints, double[] points) {
        this.parents = parents.clone();
        this.joints = joints.clone();
        this.points = points.clone();
    }

    int parent(int joint) {
        return parents[joint];
    }

    /** A coordinate of a joint relative to its parent, or of the first joint itself. */
    double offset(int joint, int axis) {
        int parent = parents[joint];
        return joints[3 * joint + axis] - (parent < 0 ? 0 : joints[3 * parent + axis]);
    }

    /** A coordinate of a body point. */
    double point(int point, int axis) {
        return points[3 * point + axis];
    }

    /** A coordinate of a body point relative to a joint. */
    double pointFrom(int joint, int point, int axis) {
        return points[3 * point + axis] - joints[3 * joint + axis];
    }
}
