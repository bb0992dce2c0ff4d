package org.posescope.draw;

import org.posescope.pose.Box;

/**
 * Where a picture lies in its pane: as large as fits, in the middle, aspect kept. Screen coordinates are those of the pane.
 *
 * @param scale  screen pixels for a pixel of the picture
 * @param left   of the picture in the pane
 * @param top    likewise
 * @param across width of a picture that is seen as in a mirror, pixels; 0: it is not
 */
public record PictureFit(double scale, double left, double top, double across) {
    public static final PictureFit NOTHING = new PictureFit(0, 0, 0);

    /** Of a picture that is not seen in a mirror. */
    public PictureFit(double scale, double left, double top) {
        this(scale, left, top, 0);
    }

    /** The fit of a picture into a pane; {@link #NOTHING} when one of them has no area. */
    public static PictureFit of(double pictureWidth, double pictureHeight, double paneWidth, double paneHeight) {
        if (pictureWidth <= 0 || pictureHeight <= 0 || paneWidth <= 0 || paneHeight <= 0) {
            return NOTHING;
        }
        double scale = Math.min(paneWidth / pictureWidth, paneHeight / pictureHeight);
        return new PictureFit(scale, Math.rint((paneWidth - scale * pictureWidth) / 2),
                Math.rint((paneHeight - scale * pictureHeight) / 2));
    }

    /** The same place of a picture of that width that is turned left for right. */
    public PictureFit inMirror(double pictureWidth) {
        return new PictureFit(scale, left, top, pictureWidth);
    }

    public boolean mirrored() {
        return across > 0;
    }

    public double screenX(double x) {
        return left + scale * turned(x);
    }

    private double turned(double x) {
        return mirrored() ? across - x : x;
    }

    public double screenY(double y) {
        return top + scale * y;
    }

    /** Where a box begins on the screen. */
    public double screenLeft(Box box) {
        return screenX(mirrored() ? box.right() : box.x());
    }

    public double pictureX(double screenX) {
        return scale == 0 ? 0 : turned((screenX - left) / scale);
    }

    public double pictureY(double screenY) {
        return scale == 0 ? 0 : (screenY - top) / scale;
    }

    /** Pixels of the picture in so many of the screen. */
    public double pictureLength(double screenLength) {
        return scale == 0 ? 0 : screenLength / scale;
    }
}
