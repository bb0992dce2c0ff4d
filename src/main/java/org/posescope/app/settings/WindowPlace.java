package org.posescope.app.settings;

/**
 * Size of the window when it was closed.
 *
 * @param width  of the content, logical pixels
 * @param height likewise
 * @param split  0..1, share of the picture
 */
public record WindowPlace(double width, double height, boolean maximized, double split) {
    public static final WindowPlace DEFAULT = new WindowPlace(1280, 800, false, 0.54);
    public static final double LEAST_WIDTH = 900;
    public static final double LEAST_HEIGHT = 600;

    /** @throws IllegalArgumentException when a number makes no window */
    public WindowPlace {
        if (!(width >= LEAST_WIDTH && height >= LEAST_HEIGHT && width < 1e5 && height < 1e5 && split >= 0
                && split <= 1)) {
            throw new IllegalArgumentException("no window is " + width + " x " + height + ", divided at " + split);
        }
    }
}
