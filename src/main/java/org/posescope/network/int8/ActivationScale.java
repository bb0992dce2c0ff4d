package org.posescope.network.int8;

/**
 * How the numbers of an array stand in bytes: {@code number = (code - zeroPoint) * scale}, code 0..255 (QuantizeLinear in
 * onnx/docs/Operators.md).
 *
 * @param zeroPoint 0..255, the code of zero
 */
public record ActivationScale(float scale, int zeroPoint) {
    private static final int LAST_CODE = 255;

    /** The finest one that has the whole range. */
    public static ActivationScale of(Range range) {
        float span = range.max() - range.min();
        float scale = span / LAST_CODE;
        if (!(scale >= Float.MIN_NORMAL)) {
            return new ActivationScale(1, 0);
        }
        return new ActivationScale(scale, Math.clamp(Math.round(-range.min() / scale), 0, LAST_CODE));
    }

    /** The number of the last code. */
    float greatest() {
        return (LAST_CODE - zeroPoint) * scale;
    }
}
