package org.posescope.draw;

/**
 * Where a picture lies in its pane: as large as fits, in the middle, aspect kept. Screen coordinates are those of the pane.
 *
 * @param scale screen pixels for a pixel of the picture
 * @param left  of the picture in the pane
 * @param top   likewise
 */
public record PictureFit(double scale, double left, double top) {
    public static final PictureFit NOTHING = new PictureFit(0, 0, 0);

    /** The fit of a picture into a pane; {@link #NOTHING} when one of them has no area. */
    public static PictureFit of(double pictureWidth, double pictureHeight, double paneWidth, double paneHeight) {
        if (pictureWidth <= 0 || pictureHeight <= 0 || paneWidth <= 0 || paneHeight <= 0) {
            return NOTHING;
        }
        double scale = Math.min(paneWidth / pictureWidth, paneHeight / pictureHeight);
        return new PictureFit(scale, Math.rint((paneWidth - scale * pictureWidth) / 2),
                Math.rint((paneHeight - scale * pictureHeight) / 2));
    }

    public double screenX(double x) {
        return left + scale * x;
    }

    public double screenY(double y) {
        return top + scale * y;
    }

    public double pictureX(double screenX) {
        return scale == 0 ? 0 : (screenX - left) / scale;
    }

    public double pictureY(double screenY) {
        return scale == 0 ? 0 : (screenY - top) / scale;
    }

    /** Pixels of the picture in so many of the screen. */
    public double pictureLength(double screenLength) {
        return scale == 0 ? 0 : screenLength / scale;
    }
}
