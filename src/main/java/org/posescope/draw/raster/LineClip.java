package org.posescope.draw.raster;

/**
 * Cuts a line down to a rectangle (Liang and Barsky 1984), so that ends far outside the picture cost neither time nor
 * precision.
 */
final class LineClip {
    private double start;
    private double end;

    /** Whether a part of the line lies inside; then {@link #start} and {@link #end} tell which, 0..1 of its length. */
    boolean clip(double x0, double y0, double x1, double y1, double left, double top, double right, double bottom) {
        start = 0;
        end = 1;
        return side(x0 - x1, x0 - left) && side(x1 - x0, right - x0) && side(y0 - y1, y0 - top)
                && side(y1 - y0, bottom - y0);
    }

    double start() {
        return start;
    }

    double end() {
        return end;
    }

    /** Keeps the t with {@code t * outward <= room}. */
    private boolean side(double outward, double room) {
        if (outward == 0) {
            return room >= 0;
        }
        double t = room / outward;
        if (outward < 0) {
            start = Math.max(start, t);
        } else {
            end = Math.min(end, t);
        }
        return start <= end;
    }
}
