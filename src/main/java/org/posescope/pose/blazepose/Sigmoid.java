package org.posescope.pose.blazepose;

final class Sigmoid {
    private Sigmoid() {}

    static float of(float logit) {
        return (float) (1 / (1 + Math.exp(-logit)));
    }
}
