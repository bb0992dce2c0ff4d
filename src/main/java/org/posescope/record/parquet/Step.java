package org.posescope.record.parquet;

/** What numbers are rounded to: parts of two, whose low bits are zeros, so that what means nothing costs no room. */
enum Step {
    /** 1/64. */
    PIXEL(6),
    /** 1/8192, an eighth of a millimetre. */
    METRE(13),
    /** 1/65536. */
    RADIAN(16),
    /** 1/4096. */
    SCORE(12),
    /** 1/8192. */
    BETA(13);

    private final int bits;

    Step(int bits) {
        this.bits = bits;
    }

    /** What is not finite stays as it is; there is one zero. */
    float round(float value) {
        return Float.isFinite(value)
                ? (float) (Math.scalb(Math.rint(Math.scalb((double) value, bits)), -bits) + 0.0)
                : value;
    }
}
