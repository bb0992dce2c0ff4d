package org.posescope.app.video;

/**
 * How large pictures are seen.
 *
 * @param paneWidth   pixels of the scene
 * @param paneHeight  likewise
 * @param outputScale pixels of the screen for one of the scene
 */
record Looking(double paneWidth, double paneHeight, double outputScale, PictureZoom zoom) {
    /** Before there is a pane. */
    static final Looking NOWHERE = new Looking(0, 0, 1, PictureZoom.ALL);
    /** What is stretched a little less than pixel by pixel looks soft. */
    private static final double HEADROOM = 1.2;

    /** Whether there is a pane. */
    boolean somewhere() {
        return paneWidth > 0 && paneHeight > 0;
    }

    /** How often the sides of a picture can be halved so that it has still more pixels than the screen shows; 0 while there is no pane. */
    int halvings(int width, int height) {
        double scale = HEADROOM * scale(width, height);
        int times = 0;
        while (scale > 0 && 2 * scale <= 1) {
            scale *= 2;
            times++;
        }
        return times;
    }

    /** Whether a copy of a picture has a pixel for each one of the screen. */
    boolean enough(int copyWidth, int width, int height) {
        double scale = scale(width, height);
        return scale > 0 && copyWidth >= Math.floor(scale * width);
    }

    /** Pixels of the screen for one of the picture. */
    private double scale(int width, int height) {
        return outputScale * zoom.fit(width, height, paneWidth, paneHeight).scale();
    }
}
