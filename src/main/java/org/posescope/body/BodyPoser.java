package org.posescope.body;

import org.posescope.pose.BodyParameters;
import org.posescope.pose.FingersAndFace;
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
    private final float[] rotations;
    private final float[] betas = new float[BodyParameters.BETAS];
    private final float[] expression = new float[FingersAndFace.EXPRESSIONS];
    private final float[] neutral = new float[FingersAndFace.EXPRESSIONS];
    private final float[] translation = new float[3];
    private final float[] restJoints;
    private final double[] jointTransforms;
    private final float[] skinTransforms;
    private final float[] joints;
    private final float[] vertices;
    private final float[] normals;

    public BodyPoser(BodyModel model) {
        this.model = model;
        this.skinning = new Skinning(model.skinWeights());
        this.vertexNormals = new VertexNormals(model.faces());
        int count = model.tree().size();
        rotations = new float[count * Rotations.MATRIX];
        restJoints = new float[3 * count];
        jointTransforms = new double[count * KinematicTree.TRANSFORM];
        skinTransforms = new float[count * KinematicTree.TRANSFORM];
        joints = new float[3 * count];
        this.vertices = new float[3 * model.vertexCount()];
        this.normals = new float[3 * model.vertexCount()];
    }

    /** Poses the body. Fingers and face are at rest where nothing is said of them, or where the model has none. */
    public void pose(BodyParameters parameters) {
        for (int k = 0; k < BodyParameters.BETAS; k++) {
            betas[k] = parameters.betas().get(k);
        }
        for (int k = 0; k < expression.length; k++) {
            expression[k] = parameters.fingersAndFace().isPresent()
                    ? parameters.fingersAndFace().get().expression().get(k)
                    : 0;
        }
        translation[0] = parameters.translation().x();
        translation[1] = parameters.translation().y();
        translation[2] = parameters.translation().z();
        int count = model.tree().size();
        for (int joint = 0; joint < count; joint++) {
            Rotations.putMatrix(JointRotations.of(parameters, joint, count), rotations, joint * Rotations.MATRIX);
        }
        pose(rotations, betas, expression, translation);
    }

    /** Poses the body with a neutral face; the arguments are those of the other method. */
    public void pose(float[] matrices, float[] shape, float[] offset) {
        pose(matrices, shape, neutral, offset);
    }

    /**
     * Poses the body.
     *
     * @param matrices one rotation matrix a joint relative to the parent joint, row by row
     * @param shape    10 shape components
     * @param face     10 expression components
     * @param offset   x, y, z added to everything, metres
     */
    public void pose(float[] matrices, float[] shape, float[] face, float[] offset) {
        int numbers = model.tree().size() * Rotations.MATRIX;
        if (matrices.length != numbers || shape.length != betas.length || face.length != expression.length
                || offset.length != translation.length) {
            throw new IllegalArgumentException(
                    "a pose is " + numbers + " numbers, a shape 10, a face 10 and a translation"
                            + " 3, not " + matrices.length + ", " + shape.length + ", " + face.length + " and "
                            + offset.length);
        }
        model.vertexShape().apply(shape, vertices);
        model.jointShape().apply(shape, restJoints);
        if (model.expressionComponents() > 0) {
            model.vertexExpression().add(face, vertices);
            model.jointExpression().add(face, restJoints);
        }
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

    /** X, y, z of each joint. */
    public float[] joints() {
        return joints;
    }

    /** Computes the outward unit normals of the present pose: x, y, z at each vertex. */
    public float[] computeNormals() {
        vertexNormals.compute(vertices, normals);
        return normals;
    }
}
