package org.posescope.draw.raster;

/**
 * Fills the points of a figure whose distance lies in a band: whole spans where a row is surely inside, pixel by pixel along
 * the edges, nothing elsewhere.
 */
final class BandFiller {
    private final Pixels pixels;
    private final float[] coverage;

    BandFiller(Pixels pixels) {
        this.pixels = pixels;
        this.coverage = new float[pixels.width()];
    }

    /**
     * Draws {@code distance <= far}.
     *
     * @param near distance of the opposite border as seen from a point inside, negative: what makes a line thinner than a
     *             pixel faint
     * @param argb its alpha multiplies the coverage
     */
    void fill(Figure figure, double near, double far, int argb) {
        paint(figure, near, far, argb, false);
    }

    /** Draws {@code near <= distance <= far}. */
    void stroke(Figure figure, double near, double far, int argb) {
        paint(figure, near, far, argb, true);
    }

    private void paint(Figure figure, double near, double far, int argb, boolean hollow) {
        int alpha = Pixels.scale(Argb.alpha(argb));
        int color = argb | 0xFF000000;
        double outer = far + figure.reach();
        int top = Math.max(0, firstCentre(figure.top() - outer));
        int bottom = Math.min(pixels.height() - 1, lastCentre(figure.bottom() + outer));
        double inner = hollow ? near - figure.reach() : far - figure.reach();
        for (int y = top; y <= bottom; y++) {
            double row = y + 0.5;
            int from = Math.max(0, firstCentre(figure.left(row, outer)));
            int to = Math.min(pixels.width() - 1, lastCentre(figure.right(row, outer)));
            int innerFrom = Math.max(from, firstCentre(figure.left(row, inner)));
            int innerTo = Math.min(to, lastCentre(figure.right(row, inner)));
            if (innerFrom > innerTo) {
                edge(figure, y, from, to, near, far, color, alpha);
            } else {
                edge(figure, y, from, innerFrom - 1, near, far, color, alpha);
                if (!hollow) {
                    pixels.blendSpan(y, innerFrom, innerTo + 1, color, alpha);
                }
                edge(figure, y, innerTo + 1, to, near, far, color, alpha);
            }
        }
    }

    private void edge(Figure figure, int y, int from, int to, double near, double far, int color, int alpha) {
        if (from <= to) {
            figure.covered(y, from, to, near, far, coverage);
            pixels.blendCovered(y, from, to + 1, coverage, color, alpha);
        }
    }

    /** The first pixel whose centre is not before {@code edge}. */
    private static int firstCentre(double edge) {
        return (int) Math.ceil(edge - 0.5);
    }

    /** The last pixel whose centre is not behind {@code edge}. */
    private static int lastCentre(double edge) {
        return (int) Math.floor(edge - 0.5);
    }
}
