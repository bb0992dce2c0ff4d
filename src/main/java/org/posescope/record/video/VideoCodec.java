package org.posescope.record.video;

/** Formats of compressed video. */
enum VideoCodec {
    /**
     * In 4:2:0 its pictures have even sides; its cropping, too, counts in twos (ITU-T H.264, 7.4.2.1.1). Encoders take no picture that is
     * smaller than a macroblock.
     */
    H264, VP9, MPEG4;

    private static final int MACROBLOCK = 16;

    String title() {
        return switch (this) {
            case H264 -> "H.264";
            case VP9 -> "VP9";
            case MPEG4 -> "MPEG-4 part 2";
        };
    }

    boolean holds(int width, int height) {
        return this != H264 || (width % 2 == 0 && height % 2 == 0 && Math.min(width, height) >= MACROBLOCK);
    }
}
