package org.posescope.draw.raster;

import java.lang.foreign.MemorySegment;
import java.util.Locale;
import java.util.Objects;

import org.posescope.frame.Frame;

/**
 * Draws antialiased figures on BGRA pixels in place. Coordinates are pixels with the origin at the upper left corner of
 * the upper left pixel, x right, y down; the centre of the first pixel is (0.5, 0.5). Colours are {@link Argb}.
 * <p>
 * Blending is source-over on the gamma-encoded values, {@code below + (colour - below) * alpha * coverage}, in all four
 * channels with an opaque source: an opaque picture stays opaque, and a picture whose colours are premultiplied by alpha
 * stays so. The result is exact where alpha * coverage is 0 or 1 and within one step of 255 between.
 * <p>
 * Everything is clipped to the picture. A figure with a coordinate that is not finite is not drawn, nor is one whose size
 * is not positive. No call allocates. Not thread-safe; canvases on disjoint parts may be used at the same time.
 */
public final class Canvas {
    /** Sizes and centres beyond this are cut: no picture is as large, and squares of it are still exact. */
    private static final double FAR = 1e6;

    /** Ends of lines are kept within this, where differences and products stay finite. */
    private static final double END_OF_LINES = 1e12;

    private final Pixels pixels;
    private final BandFiller filler;
    private final LineClip clip = new LineClip();
    private final Segment segment = new Segment();
    private final RoundedRect rectangle = new RoundedRect();

    /**
     * @param bgra   row-major, rows packed, at least {@code 4 * width * height} bytes; stays the caller's
     * @throws IllegalArgumentException when a side is not positive or the pixels do not fit
     */
    public Canvas(MemorySegment bgra, int width, int height) {
        this(new Pixels(bgra, width, height, Math.multiplyExact(width, Pixels.BYTES)));
    }

    private Canvas(Pixels pixels) {
        this.pixels = pixels;
        this.filler = new BandFiller(pixels);
    }

    /** A canvas on the frame's pixels; valid as long as the caller holds the frame, and only for its single holder. */
    public static Canvas on(Frame frame) {
        return new Canvas(frame.pixels(), frame.width(), frame.height());
    }

    /**
     * A canvas on a rectangle of this one, with its own origin.
     *
     * @throws IllegalArgumentException when the rectangle is empty or not inside
     */
    public Canvas part(int x, int y, int width, int height) {
        if (x < 0 || y < 0 || width <= 0 || height <= 0 || x > width() - width || y > height() - height) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%d x %d at %d, %d is not inside %d x %d", width, height, x, y,
                            width(), height()));
        }
        return new Canvas(pixels.part(x, y, width, height));
    }

    public int width() {
        return pixels.width();
    }

    public int height() {
        return pixels.height();
    }

    /**
     * The stored pixel.
     *
     * @throws IndexOutOfBoundsException outside the picture
     */
    public int pixel(int x, int y) {
        Objects.checkIndex(x, width());
        Objects.checkIndex(y, height());
        return pixels.get(x, y);
    }

    /** Turns the picture left for right, as a mirror shows it. */
    public void mirror() {
        pixels.mirror();
    }

    /** A straight line with round ends, {@code thickness} pixels wide; a disc when both ends are the same point. */
    public void line(double x0, double y0, double x1, double y1, double thickness, int argb) {
        double radius = Math.min(thickness / 2, FAR);
        if (!(radius > 0) || !finite(x0, y0) || !finite(x1, y1)) {
            return;
        }
        double margin = radius + 2;
        double fromX = Math.clamp(x0, -END_OF_LINES, END_OF_LINES);
        double fromY = Math.clamp(y0, -END_OF_LINES, END_OF_LINES);
        double toX = Math.clamp(x1, -END_OF_LINES, END_OF_LINES);
        double toY = Math.clamp(y1, -END_OF_LINES, END_OF_LINES);
        if (clip.clip(fromX, fromY, toX, toY, -margin, -margin, width() + margin, height() + margin)) {
            double dx = toX - fromX;
            double dy = toY - fromY;
            segment.set(fromX + dx * clip.start(), fromY + dy * clip.start(), fromX + dx * clip.end(),
                    fromY + dy * clip.end());
            filler.fill(segment, -radius, radius, argb);
        }
    }

    /** A filled circle. */
    public void disc(double x, double y, double radius, int argb) {
        if (radius > 0 && near(x, y, radius)) {
            filler.fill(segment.set(x, y, x, y), -radius, radius, argb);
        }
    }

    /** A circle's line of the given thickness, half of it inside and half outside of the radius. */
    public void ring(double x, double y, double radius, double thickness, int argb) {
        if (radius > 0 && thickness > 0 && near(x, y, radius + thickness)) {
            filler.stroke(segment.set(x, y, x, y), radius - thickness / 2, radius + thickness / 2, argb);
        }
    }

    /** A filled upright rectangle with round corners; radius 0 gives sharp ones, a large radius half circles. */
    public void fillRectangle(double x, double y, double width, double height, double radius, int argb) {
        if (placeRectangle(x, y, width, height, radius)) {
            filler.fill(rectangle, Double.NEGATIVE_INFINITY, 0, argb);
        }
    }

    /** The outline of such a rectangle, half of its thickness inside and half outside. */
    public void strokeRectangle(double x, double y, double width, double height, double radius, double thickness,
            int argb) {
        if (thickness > 0 && thickness <= FAR && placeRectangle(x, y, width, height, radius)) {
            filler.stroke(rectangle, -thickness / 2, thickness / 2, argb);
        }
    }

    private boolean placeRectangle(double x, double y, double width, double height, double radius) {
        if (!(width > 0 && height > 0 && radius >= 0) || !finite(x, y) || !finite(x + width, y + height)) {
            return false;
        }
        rectangle.set(limit(x), limit(y), limit(x + width), limit(y + height), radius);
        return true;
    }

    /**
     * A colour through a mask, for example a glyph.
     *
     * @param x        column of the mask's first column; may be outside, as may {@code y}
     * @param coverage unsigned bytes, row-major, {@code width * height} of them
     * @throws IndexOutOfBoundsException when the mask is shorter than its visible part
     */
    public void mask(int x, int y, byte[] coverage, int width, int height, int argb) {
        int from = Math.max(0, x);
        int to = (int) Math.min(width(), (long) x + width);
        int bottom = (int) Math.min(height(), (long) y + height);
        int weight = Pixels.scale(Argb.alpha(argb));
        for (int row = Math.max(0, y); row < bottom && from < to; row++) {
            pixels.blendMasked(row, from, to, coverage, (row - y) * width + from - x, argb | 0xFF000000, weight);
        }
    }

    /**
     * Pixels of a row, each with its own alpha, source-over.
     *
     * @param x     column of the first pixel; may be outside, as may {@code y}
     * @param argb  not multiplied by alpha
     * @param first position in {@code argb} of the first pixel's
     * @param count how many
     */
    public void blendRow(int x, int y, int[] argb, int first, int count) {
        int from = Math.max(0, x);
        int to = (int) Math.min(width(), (long) x + count);
        if (y >= 0 && y < height() && from < to) {
            pixels.blendColors(y, from, to, argb, first + from - x);
        }
    }

    private static boolean near(double x, double y, double size) {
        return Math.abs(x) <= FAR && Math.abs(y) <= FAR && size <= FAR;
    }

    private static boolean finite(double x, double y) {
        return Double.isFinite(x) && Double.isFinite(y);
    }

    private static double limit(double coordinate) {
        return Math.clamp(coordinate, -FAR, FAR);
    }
}
