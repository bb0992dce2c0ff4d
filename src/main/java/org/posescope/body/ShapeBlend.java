package org.posescope.body;

/** Points that move in straight lines with the shape components: {@code mean + sum(beta[k] * directions[k])}. Immutable. */
final class ShapeBlend {
    private final float[] mean;
    private final float[][] directions;

    /**
     * Takes the arrays as they are; they must not change.
     *
     * @param mean       x, y, z of each point, metres
     * @param directions one array of the same length a component, metres a unit of beta
     */
    ShapeBlend(float[] mean, float[][] directions) {
        this.mean = mean;
        this.directions = directions;
    }

    /** How each row of a matrix of weighted sums moves. */
    ShapeBlend regress(SparseMatrix weights) {
        float[] regressedMean = new float[3 * weights.rows()];
        weights.multiply(mean, regressedMean);
        float[][] regressedDirections = new float[directions.length][3 * weights.rows()];
        for (int k = 0; k < directions.length; k++) {
            weights.multiply(directions[k], regressedDirections[k]);
        }
        return new ShapeBlend(regressedMean, regressedDirections);
    }

    int components() {
        return directions.length;
    }

    /** Writes the points of a shape; betas beyond the last component are not used. */
    void apply(float[] betas, float[] out) {
        System.arraycopy(mean, 0, out, 0, mean.length);
        add(betas, out);
    }

    /** Adds what the components change, without the mean. */
    void add(float[] betas, float[] out) {
        for (int k = 0; k < directions.length; k++) {
            add(betas[k], directions[k], out);
        }
    }

    private static void add(float factor, float[] direction, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] += factor * direction[i];
        }
    }
}
