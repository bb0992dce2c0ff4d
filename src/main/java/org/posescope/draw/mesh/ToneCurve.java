package org.posescope.draw.mesh;

/** Tables between gamma-encoded sRGB channels and light (IEC 61966-2-1). */
final class ToneCurve {
    private static final int STEPS = 2048;

    private final float[] light = new float[256];
    private final float[] encoded = new float[STEPS + 1];

    ToneCurve() {
        for (int i = 0; i < light.length; i++) {
            double c = i / 255.0;
            light[i] = (float) (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        for (int i = 0; i <= STEPS; i++) {
            double v = (double) i / STEPS;
            encoded[i] = (float) (255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055));
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
