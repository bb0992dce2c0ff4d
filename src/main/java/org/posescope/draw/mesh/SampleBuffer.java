package org.posescope.draw.mesh;

import java.util.Arrays;

import org.posescope.draw.raster.Canvas;

/**
 * Depth and colour of four samples a pixel, so that edges are smooth. Only the parts of each row that were drawn on are
 * read and cleared again. Takes 32 bytes a pixel.
 */
final class SampleBuffer {
    static final int SAMPLES = 4;
    private static final int SMALLEST_PART_BITS = 4;
    /** 1 / n in 16 binary places, rounded up so that n equal colours give that colour again. */
    private static final int[] SHARES = {0, 65536, 32768, 21846, 16384};

    private final int width;
    private final int height;
    /** 1 / z, 0 where nothing was drawn; the samples of a pixel stand together. */
    private final float[] nearness;
    /** {@code 0xRRGGBB}, likewise. */
    private final int[] colors;
    private final int[] row;
    /** Which parts of each row may have been drawn on, a bit each; a part is a power of two of pixels. */
    private final long[] parts;
    private final int partBits;
    private int top;
    private int bottom;

    SampleBuffer(int width, int height) {
        this.width = width;
        this.height = height;
        int samples = Math.multiplyExact(Math.multiplyExact(width, height), SAMPLES);
        this.nearness = new float[samples];
        this.colors = new int[samples];
        this.row = new int[width];
        this.parts = new long[height];
        this.partBits = Math.max(SMALLEST_PART_BITS,
                Integer.SIZE - Integer.numberOfLeadingZeros((width - 1) / Long.SIZE));
        this.top = height;
        this.bottom = -1;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /**
     * Brings some samples of a pixel to a new depth where it is nearer than theirs.
     *
     * @param first   the pixel's first sample
     * @param samples those to test, one bit each
     * @param middle  1 / z in the middle of the pixel
     * @param offsets what to add to it at each sample
     * @return those that were nearer, to be painted
     */
    int nearest(int first, int samples, float middle, float[] offsets) {
        int nearest = 0;
        for (int s = 0; s < SAMPLES; s++) {
            float here = middle + offsets[s];
            if ((samples & (1 << s)) != 0 && here > nearness[first + s]) {
                nearness[first + s] = here;
                nearest |= 1 << s;
            }
        }
        return nearest;
    }

    /** Gives some samples of a pixel a colour {@code 0xRRGGBB}. */
    void paint(int first, int samples, int color) {
        for (int s = 0; s < SAMPLES; s++) {
            if ((samples & (1 << s)) != 0) {
                colors[first + s] = color;
            }
        }
    }

    /** Remembers that pixels of a row may have been drawn, borders included. */
    void touch(int y, int from, int to) {
        parts[y] |= (-1L << (from >> partBits)) & (-1L >>> (Long.SIZE - 1 - (to >> partBits)));
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
    }

    /** Blends what was drawn over the canvas and forgets it. */
    void flush(Canvas canvas, double opacity) {
        int weight = (int) Math.round(Math.clamp(opacity, 0, 1) * 255 * 65536 / SAMPLES);
        for (int y = top; y <= bottom; y++) {
            long left = parts[y];
            while (left != 0) {
                int part = Long.numberOfTrailingZeros(left);
                int end = part + Long.numberOfTrailingZeros(~(left >>> part));
                flush(canvas, y, part << partBits, Math.min(width, end << partBits), weight);
                left = end >= Long.SIZE ? 0 : left & (-1L << end);
            }
            parts[y] = 0;
        }
        top = height;
        bottom = -1;
    }

    private void flush(Canvas canvas, int y, int from, int to, int weight) {
        int first = (y * width + from) * SAMPLES;
        int count = to - from;
        for (int i = 0; i < count; i++) {
            row[i] = mean(first + i * SAMPLES, weight);
        }
        Arrays.fill(nearness, first, first + count * SAMPLES, 0);
        canvas.blendRow(from, y, row, 0, count);
    }

    /** The mean colour of a pixel's covered samples, with their number as alpha. */
    private int mean(int at, int weight) {
        if (nearness[at] + nearness[at + 1] + nearness[at + 2] + nearness[at + 3] == 0) {
            return 0;
        }
        int covered = 0;
        int redAndBlue = 0;
        int green = 0;
        for (int s = at; s < at + SAMPLES; s++) {
            int seen = nearness[s] != 0 ? -1 : 0;
            covered -= seen;
            redAndBlue += colors[s] & 0xFF00FF & seen;
            green += colors[s] & 0x00FF00 & seen;
        }
        int share = SHARES[covered];
        int alpha = (weight * covered + 32768) >>> 16;
        int red = ((redAndBlue >>> 16) * share) >>> 16;
        int blue = ((redAndBlue & 0xFFFF) * share) >>> 16;
        return (alpha << 24) | (red << 16) | (((green >>> 8) * share) >>> 16 << 8) | blue;
    }
}
