package org.posescope.body;

import java.util.List;

import org.posescope.pose.BodyParameters;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Rotations;

/**
 * Poses one body model, again and again, in arrays that it made once: shape blend, joint regression, pose blend, forward
 * kinematics and linear blend skinning as in section 3 of the SMPL paper. Results are in the frame of reference of the
 * global orientation and translation they were posed with, in metres.
 *
 * <p>Not thread-safe: one for each worker. The arrays it returns are its own, are overwritten by the next pose and must not
 * be changed.
 */
public final class BodyPoser {
    private final BodyModel model;
    private final Skinning skinning;
    private final VertexNormals vertexNormals;
    private final float[] rotations = new float[BodyParameters.JOINTS * Rotations.MATRIX];
    private final float[] betas = new float[BodyParameters.BETAS];
    private final float[] translation = new float[3];
    private final float[] restJoints = new float[BodyParameters.JOINTS * 3];
    private final double[] jointTransforms = new double[BodyParameters.JOINTS * KinematicTree.TRANSFORM];
    private final float[] skinTransforms = new float[BodyParameters.JOINTS * KinematicTree.TRANSFORM];
    private final float[] joints = new float[BodyParameters.JOINTS * 3];
    private final float[] vertices;
    private final float[] normals;

    public BodyPoser(BodyModel model) {
        this.model = model;
        this.skinning = new Skinning(model.skinWeights());
        this.vertexNormals = new VertexNormals(model.faces());
        this.vertices = new float[3 * model.vertexCount()];
        this.normals = new float[3 * model.vertexCount()];
    }

    /** Poses the body. */
    public void pose(BodyParameters parameters) {
        List<Quaternion> quaternions = parameters.rotations();
        for (int joint = 0; joint < BodyParameters.JOINTS; joint++) {
            Rotations.putMatrix(quaternions.get(joint), rotations, joint * Rotations.MATRIX);
        }
        for (int k = 0; k < BodyParameters.BETAS; k++) {
            betas[k] = parameters.betas().get(k);
        }
        translation[0] = parameters.translation().x();
        translation[1] = parameters.translation().y();
        translation[2] = parameters.translation().z();
        pose(rotations, betas, translation);
    }

    /**
     * Poses the body.
     *
     * @param matrices 24 rotation matrices relative to the parent joint, row by row
     * @param shape    10 shape components
     * @param offset   x, y, z added to everything, metres
     */
    public void pose(float[] matrices, float[] shape, float[] offset) {
        if (matrices.length != rotations.length || shape.length != betas.length
                || offset.length != translation.length) {
            throw new IllegalArgumentException("a pose is 216 numbers, a shape 10 and a translation 3, not "
                    + matrices.length + ", " + shape.length + " and " + offset.length);
        }
        model.vertexShape().apply(shape, vertices);
        model.jointShape().apply(shape, restJoints);
        model.poseBlend().add(matrices, vertices);
        model.tree().pose(matrices, restJoints, jointTransforms);
        model.tree().relativeToRest(jointTransforms, restJoints, skinTransforms);
        skinning.apply(skinTransforms, vertices, offset);
        for (int i = 0; i < joints.length; i++) {
            int transform = i / 3 * KinematicTree.TRANSFORM;
            joints[i] = (float) (jointTransforms[transform + 4 * (i % 3) + 3] + offset[i % 3]);
        }
    }

    /** X, y, z of each vertex. */
    public float[] vertices() {
        return vertices;
    }

    /** X, y, z of each of the 24 joints. */
    public float[] joints() {
        return joints;
    }

    /** Computes the outward unit normals of the present pose: x, y, z at each vertex. */
    public float[] computeNormals() {
        vertexNormals.compute(vertices, normals);
        return normals;
    }
}
