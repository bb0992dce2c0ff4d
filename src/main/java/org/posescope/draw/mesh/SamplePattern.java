package org.posescope.draw.mesh;

/** Where the four samples of a pixel are: a rotated grid, in which no two share a row or a column. */
final class SamplePattern {
    private static final float[] X = {-0.125f, 0.375f, -0.375f, 0.125f};
    private static final float[] Y = {-0.375f, -0.125f, 0.125f, 0.375f};
    private static final float[] CENTRE_X = centres(X);
    private static final float[] CENTRE_Y = centres(Y);

    private SamplePattern() {}

    private static float[] centres(float[] offsets) {
        float[] centres = new float[1 << offsets.length];
        for (int set = 1; set < centres.length; set++) {
            for (int s = 0; s < offsets.length; s++) {
                centres[set] += (set & (1 << s)) == 0 ? 0 : offsets[s] / Integer.bitCount(set);
            }
        }
        return centres;
    }

    /** Offset of a sample from the middle of its pixel, pixels. */
    static float x(int sample) {
        return X[sample];
    }

    static float y(int sample) {
        return Y[sample];
    }

    /** Offset of the middle of a set of samples, one bit each. */
    static float centreX(int set) {
        return CENTRE_X[set];
    }

    static float centreY(int set) {
        return CENTRE_Y[set];
    }
}
