package org.posescope.frame.ffmpeg;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** Size of a picture with square pixels. */
record PictureSize(int width, int height) {
    private static final double ALMOST_SQUARE = 0.01;
    private static final double LARGEST_ASPECT = 4;

    /**
     * The size at which a decoded picture shows its content undeformed: non-square pixels are stretched along their short
     * side, so that no detail is lost. Aspects within 1% of a square are taken as one, since nobody sees that and exact
     * sizes are worth more; aspects beyond 4:1 are taken as mistakes.
     */
    static PictureSize of(AVFrame picture) {
        AVRational aspect = picture.sample_aspect_ratio();
        return of(picture.width(), picture.height(), aspect.num(), aspect.den());
    }

    /** @param num width of a pixel in units in which its height is {@code den}; 0 when unknown */
    static PictureSize of(int width, int height, int num, int den) {
        double aspect = num > 0 && den > 0 ? (double) num / den : 1;
        if (Math.abs(aspect - 1) < ALMOST_SQUARE || aspect > LARGEST_ASPECT || aspect < 1 / LARGEST_ASPECT) {
            return new PictureSize(width, height);
        }
        return aspect > 1
                ? new PictureSize(Math.toIntExact(Math.round(width * aspect)), height)
                : new PictureSize(width, Math.toIntExact(Math.round(height / aspect)));
    }

    PictureSize turned(Orientation orientation) {
        return orientation.transposed() ? new PictureSize(/* width= */ height, /* height= */ width) : this;
    }
}
