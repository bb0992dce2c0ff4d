package org.posescope.draw.mesh;

import org.posescope.draw.raster.Argb;

/** Tables between gamma-encoded sRGB channels and light, for every vertex. */
final class ToneCurve {
    private static final int STEPS = 2048;

    private final float[] light = new float[256];
    private final float[] encoded = new float[STEPS + 1];

    ToneCurve() {
        for (int i = 0; i < light.length; i++) {
            light[i] = (float) Argb.linear(i);
        }
        for (int i = 0; i <= STEPS; i++) {
            encoded[i] = (float) Argb.encode((double) i / STEPS);
        }
    }

    /** Light 0..1 of a channel 0..255. */
    float light(int channel) {
        return light[channel];
    }

    /** Channel 0..255 of light; what is brighter than 1 is rolled off softly from 0.8 on instead of being cut. */
    float encode(float value) {
        float rolled = value <= 0.8f ? value : 1 - 0.04f / (value - 0.6f);
        return encoded[(int) (Math.max(0, rolled) * STEPS)];
    }
}
