package org.posescope.body.fit;

import org.posescope.body.BodyModel;
import org.posescope.pose.BodyParameters;

/** How tall somebody stands, from the soles to the top of the head, by the shape of the body, metres. Immutable. */
public final class BodyHeight {
    private static final int Y = 1;

    private final double average;
    private final double[] slopes = new double[BodyParameters.BETAS];

    public BodyHeight(BodyModel model) {
        float[] rest = model.restVertices(new float[BodyParameters.BETAS]);
        int top = Y;
        int bottom = Y;
        for (int at = Y; at < rest.length; at += 3) {
            top = rest[at] > rest[top] ? at : top;
            bottom = rest[at] < rest[bottom] ? at : bottom;
        }
        average = rest[top] - rest[bottom];
        for (int k = 0; k < slopes.length; k++) {
            float[] betas = new float[BodyParameters.BETAS];
            betas[k] = 1;
            float[] moved = model.restVertices(betas);
            slopes[k] = moved[top] - moved[bottom] - average;
        }
    }

    /** @param betas 10 shape components */
    public double of(float[] betas) {
        double height = average;
        for (int k = 0; k < slopes.length; k++) {
            height += slopes[k] * betas[k];
        }
        return height;
    }

    /** By how much a component of the shape changes it. */
    double slope(int component) {
        return slopes[component];
    }
}
