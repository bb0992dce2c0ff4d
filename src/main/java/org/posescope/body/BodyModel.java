package org.posescope.body;

import java.util.Optional;

import org.posescope.pose.BodyParameters;
import org.posescope.pose.Skeleton;
import org.posescope.pose.SmplFamily;

/**
 * A body of the SMPL family (Loper et al. 2015, "SMPL: A Skinned Multi-Person Linear Model"): a triangle mesh whose shape
 * follows up to 10 components and whose pose follows the joints of SMPL, SMPL-H or SMPL-X
 * ({@link org.posescope.pose.SmplFamily}), of which the last has up to 10 expressions too. In its own coordinates it stands in T-pose, y up, facing z, in metres.
 * Immutable and thread-safe. {@link BodyModelReader} reads it from a file, {@link BodyPoser} poses it.
 */
public final class BodyModel {
    private static final int SMPL_VERTICES = 6890;

    private final String name;
    private final ShapeBlend vertexShape;
    private final ShapeBlend jointShape;
    private final ShapeBlend vertexExpression;
    private final ShapeBlend jointExpression;
    private final boolean namedExpressions;
    private final PoseBlend poseBlend;
    private final KinematicTree tree;
    private final SparseMatrix skinWeights;
    private final int[] faces;
    private final Optional<SparseMatrix> cocoplusRegressor;

    BodyModel(String name, ShapeBlend vertexShape, ShapeBlend vertexExpression,
            boolean namedExpressions, PoseBlend poseBlend,
            SparseMatrix jointRegressor, KinematicTree tree, SparseMatrix skinWeights, int[] faces,
            Optional<SparseMatrix> cocoplusRegressor) {
        this.name = name;
        this.vertexShape = vertexShape;
        this.jointShape = vertexShape.regress(jointRegressor);
        this.vertexExpression = vertexExpression;
        this.jointExpression = vertexExpression.regress(jointRegressor);
        this.namedExpressions = namedExpressions;
        this.poseBlend = poseBlend;
        this.tree = tree;
        this.skinWeights = skinWeights;
        this.faces = faces.clone();
        this.cocoplusRegressor = cocoplusRegressor;
    }

    /** What the file is called. */
    public String name() {
        return name;
    }

    public int vertexCount() {
        return skinWeights.rows();
    }

    /** Whether it has the mesh of SMPL itself, so that betas of SMPL mean the same to it. */
    public boolean isSmpl() {
        return vertexCount() == SMPL_VERTICES;
    }

    /** How many of the 10 betas have an effect. */
    public int shapeComponents() {
        return vertexShape.components();
    }

    /** How many expressions the face has; 0 for a stiff one. */
    public int expressionComponents() {
        return vertexExpression.components();
    }

    /** Whether the expressions are those of {@link Expression}. */
    public boolean hasNamedExpressions() {
        return namedExpressions;
    }

    /** Names and order of the joints. */
    public Skeleton skeleton() {
        return SmplFamily.withJoints(tree.size());
    }

    /** Whether each finger has joints. */
    public boolean hasFingers() {
        return tree.size() > BodyParameters.JOINTS;
    }

    /** Whether the mesh is corrected for how the joints are turned. */
    public boolean hasPoseBlend() {
        return !poseBlend.isEmpty();
    }

    /** The most joints that one vertex follows. */
    public int mostJointsOfAVertex() {
        return skinWeights.longestRow();
    }

    /**
     * What each vertex follows.
     *
     * @param perVertex how many joints at most; weaker ones are left out
     */
    public VertexInfluences influences(int perVertex) {
        return VertexInfluences.of(skinWeights, perVertex);
    }

    /** The triangles: three vertex numbers each, counter-clockwise seen from outside. A copy. */
    public int[] faces() {
        return faces.clone();
    }

    /** The parent of each joint, an earlier one; -1 for the first. A copy. */
    public int[] parents() {
        return tree.parents();
    }

    /**
     * The mesh of a shape before posing: x, y, z of each vertex, metres.
     *
     * @param betas 10 shape components
     */
    public float[] restVertices(float[] betas) {
        return apply(vertexShape, requireShape(betas), vertexCount());
    }

    /**
     * The joints of a shape before posing: x, y, z of each, metres. They are linear in the betas.
     *
     * @param betas 10 shape components
     */
    public float[] restJoints(float[] betas) {
        return apply(jointShape, requireShape(betas), tree.size());
    }

    private static float[] requireShape(float[] betas) {
        if (betas.length != BodyParameters.BETAS) {
            throw new IllegalArgumentException(betas.length + " betas instead of " + BodyParameters.BETAS);
        }
        return betas;
    }

    /**
     * How far each vertex of the mesh before posing moves when an expression is at 1: x, y, z of each, metres. A copy.
     *
     * @param expression from 0, below {@link #expressionComponents}
     */
    public float[] expressionOffsets(int expression) {
        float[] one = new float[expressionComponents()];
        one[expression] = 1;
        return apply(vertexExpression, one, vertexCount());
    }

    private static float[] apply(ShapeBlend blend, float[] betas, int points) {
        float[] out = new float[3 * points];
        blend.apply(betas, out);
        return out;
    }

    /**
     * Weights that make 19 points out of posed vertices, COCO's and the feet's among them, which only the file of HMR
     * ({@code neutral_smpl_with_cocoplus_reg.pkl}) has.
     */
    public Optional<SparseMatrix> cocoplusRegressor() {
        return cocoplusRegressor;
    }

    ShapeBlend vertexShape() {
        return vertexShape;
    }

    ShapeBlend jointShape() {
        return jointShape;
    }

    ShapeBlend vertexExpression() {
        return vertexExpression;
    }

    ShapeBlend jointExpression() {
        return jointExpression;
    }

    PoseBlend poseBlend() {
        return poseBlend;
    }

    KinematicTree tree() {
        return tree;
    }

    SparseMatrix skinWeights() {
        return skinWeights;
    }

    @Override
    public String toString() {
        return name + " of " + vertexCount() + " vertices";
    }
}
