package org.posescope.draw.text;

/** Turns outlines into coverage at one size. */
final class GlyphRasterizer {
    /** A curve may differ from its chords by this many pixels at most. */
    private static final double FLATNESS = 0.02;

    private final double scale;
    private final VerticalFit fit;

    GlyphRasterizer(Typeface.Metrics metrics, double pixelsPerEm) {
        scale = pixelsPerEm / metrics.unitsPerEm();
        fit = new VerticalFit(metrics, pixelsPerEm);
    }

    /** @param shift pixels to the right of the pen, 0..1 */
    GlyphMask rasterize(Glyph glyph, double shift) {
        short[] points = glyph.points();
        if (points.length == 0) {
            return GlyphMask.EMPTY;
        }
        double[] xs = new double[points.length / 2];
        double[] ys = new double[points.length / 2];
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < xs.length; i++) {
            xs[i] = points[2 * i] * scale + shift;
            ys[i] = -fit.pixels(points[2 * i + 1]);
            minX = Math.min(minX, xs[i]);
            maxX = Math.max(maxX, xs[i]);
            minY = Math.min(minY, ys[i]);
            maxY = Math.max(maxY, ys[i]);
        }
        int left = (int) Math.floor(minX);
        int top = (int) Math.floor(minY);
        int width = (int) Math.ceil(maxX) - left;
        int height = (int) Math.ceil(maxY) - top;
        for (int i = 0; i < xs.length; i++) {
            xs[i] -= left;
            ys[i] -= top;
        }
        CoverageAccumulator accumulator = new CoverageAccumulator(width, height);
        trace(glyph.commands(), xs, ys, accumulator);
        return new GlyphMask(left, top, width, height, accumulator.coverage());
    }

    private static void trace(byte[] commands, double[] xs, double[] ys, CoverageAccumulator out) {
        int next = 0;
        int start = 0;
        for (byte command : commands) {
            if (command == OutlineCommand.MOVE) {
                close(xs, ys, start, next, out);
                start = next;
            } else {
                curve(xs, ys, next - 1, command, out);
            }
            next += OutlineCommand.points(command);
        }
        close(xs, ys, start, next, out);
    }

    private static void close(double[] xs, double[] ys, int start, int next, CoverageAccumulator out) {
        if (next > start) {
            out.edge(xs[next - 1], ys[next - 1], xs[start], ys[start]);
        }
    }

    /** Chords of a Bezier curve of the given degree, whose points start at {@code first}. */
    private static void curve(double[] xs, double[] ys, int first, int degree, CoverageAccumulator out) {
        int chords = degree == 1 ? 1 : chords(xs, ys, first, degree);
        double fromX = xs[first];
        double fromY = ys[first];
        for (int i = 1; i <= chords; i++) {
            double t = (double) i / chords;
            double toX = bezier(xs, first, degree, t);
            double toY = bezier(ys, first, degree, t);
            out.edge(fromX, fromY, toX, toY);
            fromX = toX;
            fromY = toY;
        }
    }

    /** Enough chords for {@link #FLATNESS}, from the bound on a Bezier curve's second derivative (Wang's formula). */
    private static int chords(double[] xs, double[] ys, int first, int degree) {
        double bend = 0;
        for (int i = first; i <= first + degree - 2; i++) {
            double dx = xs[i] - 2 * xs[i + 1] + xs[i + 2];
            double dy = ys[i] - 2 * ys[i + 1] + ys[i + 2];
            bend = Math.max(bend, Math.hypot(dx, dy));
        }
        return Math.max(1, (int) Math.ceil(Math.sqrt(degree * (degree - 1) * bend / (8 * FLATNESS))));
    }

    private static double bezier(double[] v, int first, int degree, double t) {
        double s = 1 - t;
        if (degree == 1) {
            return v[first + 1];
        }
        if (degree == 2) {
            return s * s * v[first] + 2 * s * t * v[first + 1] + t * t * v[first + 2];
        }
        return s * s * s * v[first] + 3 * s * s * t * v[first + 1] + 3 * s * t * t * v[first + 2]
                + t * t * t * v[first + 3];
    }
}
