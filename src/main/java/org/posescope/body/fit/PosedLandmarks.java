package org.posescope.body.fit;

import java.util.Arrays;
import java.util.List;

import org.posescope.body.BodyModel;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Rotations;
import org.posescope.pose.Skeleton;

/** Where the landmarks of a skeleton are on a posed body: the places to which bodies are fitted. Used by one thread. */
public final class PosedLandmarks {
    private final BodyLandmarks landmarks;
    private final BodyPose pose;
    private final double[] point = new double[3];
    private float[] betas = new float[BodyParameters.BETAS];

    /** @throws IllegalArgumentException when no body is fitted to points of the skeleton */
    public PosedLandmarks(BodyModel model, Skeleton skeleton) {
        landmarks = BodyLandmarks.of(model, skeleton);
        pose = new BodyPose(landmarks.figure(betas));
    }

    /** Their positions in the skeleton, in the order of {@link #points}. */
    public List<Integer> landmarks() {
        return landmarks.points().stream().map(BodyPoint::landmark).toList();
    }

    /** X, y, z of each joint of the body whose points were asked for last, metres. */
    public float[] joints() {
        float[] joints = new float[3 * BodyPose.JOINTS];
        for (int k = 0; k < joints.length; k++) {
            joints[k] = (float) pose.position(k / 3, k % 3);
        }
        return joints;
    }

    /** X, y, z of each, metres, in the frame of the body's translation. */
    public float[] points(BodyParameters body) {
        float[] shape = new float[BodyParameters.BETAS];
        for (int k = 0; k < shape.length; k++) {
            shape[k] = body.betas().get(k);
        }
        if (!Arrays.equals(shape, betas)) {
            betas = shape;
            pose.figure(landmarks.figure(betas));
        }
        float[] matrix = new float[Rotations.MATRIX];
        double[] local = new double[Rotations.MATRIX];
        for (int joint = 0; joint < BodyParameters.JOINTS; joint++) {
            Rotations.putMatrix(body.rotations().get(joint), matrix, 0);
            for (int k = 0; k < local.length; k++) {
                local[k] = matrix[k];
            }
            pose.setLocal(joint, local);
        }
        pose.setTranslation(body.translation().x(), body.translation().y(), body.translation().z());
        pose.update();
        float[] points = new float[3 * landmarks.points().size()];
        for (int i = 0; i < landmarks.points().size(); i++) {
            pose.put(landmarks.points().get(i), i, point);
            for (int axis = 0; axis < 3; axis++) {
                points[3 * i + axis] = (float) point[axis];
            }
        }
        return points;
    }
}
