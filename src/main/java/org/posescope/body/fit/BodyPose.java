package org.posescope.body.fit;

import org.posescope.pose.BodyParameters;

/**
 * A pose under way: rotations of the joints relative to their parents, and what forward kinematics makes of them. The camera
 * frame (x right, y down, z forward, metres) is the frame of the first joint's parent.
 */
final class BodyPose {
    static final int JOINTS = BodyParameters.JOINTS;

    private static final double[] CAMERA = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    private final double[] local = new double[JOINTS * Matrices.SIZE];
    private final double[] world = new double[JOINTS * Matrices.SIZE];
    private final double[] positions = new double[JOINTS * 3];
    private final double[] translation = new double[3];
    private double depthError;
    private final double[] turn = new double[Matrices.SIZE];
    private final double[] turned = new double[Matrices.SIZE];
    private RestFigure figure;

    BodyPose(RestFigure figure) {
        this.figure = figure;
        for (int joint = 0; joint < JOINTS; joint++) {
            Matrices.setIdentity(local, joint * Matrices.SIZE);
        }
    }

    void copyFrom(BodyPose other) {
        figure = other.figure;
        System.arraycopy(other.local, 0, local, 0, local.length);
        System.arraycopy(other.world, 0, world, 0, world.length);
        System.arraycopy(other.positions, 0, positions, 0, positions.length);
        System.arraycopy(other.translation, 0, translation, 0, 3);
        depthError = other.depthError;
    }

    void figure(RestFigure newFigure) {
        figure = newFigure;
    }

    RestFigure figure() {
        return figure;
    }

    /** Rotations relative to the parents. */
    double[] local() {
        return local;
    }

    /** Of the model's origin. */
    double[] translation() {
        return translation;
    }

    /** By how much the person is farther away than the network's translation says, metres; an unknown like the pose. */
    double depthError() {
        return depthError;
    }

    void depthError(double metres) {
        depthError = metres;
    }

    int parent(int joint) {
        return figure.parent(joint);
    }

    double position(int joint, int axis) {
        return positions[3 * joint + axis];
    }

    /** Rotations of the joints' coordinates in the camera frame. */
    double[] world() {
        return world;
    }

    /** The rotation of the frame in which a joint turns: its parent's, or the camera's. */
    double[] frameOf(int joint) {
        return parent(joint) < 0 ? CAMERA : world;
    }

    int frameOffset(int joint) {
        return Math.max(0, parent(joint)) * Matrices.SIZE;
    }

    void setLocal(int joint, double[] matrix) {
        System.arraycopy(matrix, 0, local, joint * Matrices.SIZE, Matrices.SIZE);
    }

    void setTranslation(double x, double y, double z) {
        translation[0] = x;
        translation[1] = y;
        translation[2] = z;
    }

    /** Turns a joint, by an axis-angle vector in the frame of its parent, on top of its rotation. */
    void turn(int joint, double x, double y, double z) {
        Matrices.exp(x, y, z, turn, 0);
        Matrices.multiply(turn, 0, local, joint * Matrices.SIZE, turned, 0);
        setLocal(joint, turned);
    }

    void move(double x, double y, double z) {
        setTranslation(translation[0] + x, translation[1] + y, translation[2] + z);
    }

    /** Forward kinematics of all joints. */
    void update() {
        for (int joint = 0; joint < JOINTS; joint++) {
            update(joint);
        }
    }

    /** Forward kinematics of one joint, whose parent is up to date. */
    void update(int joint) {
        int parent = parent(joint);
        double[] frame = frameOf(joint);
        int at = frameOffset(joint);
        Matrices.multiply(frame, at, local, joint * Matrices.SIZE, world, joint * Matrices.SIZE);
        for (int row = 0; row < 3; row++) {
            double from = parent < 0 ? translation[row] : positions[3 * parent + row];
            positions[3 * joint + row] = from + frame[at + 3 * row] * figure.offset(joint, 0)
                    + frame[at + 3 * row + 1] * figure.offset(joint, 1)
                    + frame[at + 3 * row + 2] * figure.offset(joint, 2);
        }
    }

    /** Where a point of the body is. */
    void put(BodyPoint point, int index, double[] out) {
        int joint = point.joint();
        int at = joint * Matrices.SIZE;
        double x = figure.pointFrom(joint, index, 0);
        double y = figure.pointFrom(joint, index, 1);
        double z = figure.pointFrom(joint, index, 2);
        for (int row = 0; row < 3; row++) {
            out[row] = positions[3 * joint + row] + world[at + 3 * row] * x + world[at + 3 * row + 1] * y
                    + world[at + 3 * row + 2] * z;
        }
    }
}
