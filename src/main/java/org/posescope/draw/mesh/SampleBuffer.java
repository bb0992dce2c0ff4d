package org.posescope.draw.mesh;

import java.util.Arrays;

import org.posescope.draw.raster.Canvas;

/**
 * Depth and colour of four samples a pixel, so that edges are smooth. Only the part of each row that was drawn on is
 * read and cleared again. Takes 32 bytes a pixel.
 */
final class SampleBuffer {
    static final int SAMPLES = 4;
    /** 1 / n in 16 binary places, rounded up so that n equal colours give that colour again. */
    private static final int[] SHARES = {0, 65536, 32768, 21846, 16384};

    private final int width;
    private final int height;
    /** 1 / z, 0 where nothing was drawn; the samples of a pixel stand together. */
    private final float[] nearness;
    /** {@code 0xRRGGBB}, likewise. */
    private final int[] colors;
    private final int[] row;
    private final int[] left;
    private final int[] right;
    private int top;
    private int bottom;

    SampleBuffer(int width, int height) {
        this.width = width;
        this.height = height;
        int samples = Math.multiplyExact(Math.multiplyExact(width, height), SAMPLES);
        this.nearness = new float[samples];
        this.colors = new int[samples];
        this.row = new int[width];
        this.left = new int[height];
        this.right = new int[height];
        Arrays.fill(left, width);
        Arrays.fill(right, -1);
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
        left[y] = Math.min(left[y], from);
        right[y] = Math.max(right[y], to);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
    }

    /** Blends what was drawn over the canvas and forgets it. */
    void flush(Canvas canvas, double opacity) {
        int weight = (int) Math.round(Math.clamp(opacity, 0, 1) * 255 * 65536 / SAMPLES);
        for (int y = top; y <= bottom; y++) {
            int from = left[y];
            int count = right[y] + 1 - from;
            int first = (y * width + from) * SAMPLES;
            for (int i = 0; i < count; i++) {
                row[i] = mean(first + i * SAMPLES, weight);
            }
            if (count > 0) {
                Arrays.fill(nearness, first, first + count * SAMPLES, 0);
                canvas.blendRow(from, y, row, 0, count);
            }
            left[y] = width;
            right[y] = -1;
        }
        top = height;
        bottom = -1;
    }

    /** The mean colour of a pixel's covered samples, with their number as alpha. */
    private int mean(int at, int weight) {
        int covered = 0;
        int redAndBlue = 0;
        int green = 0;
        for (int s = at; s < at + SAMPLES; s++) {
            int seen = nearness[s] != 0 ? -1 : 0;
            covered -= seen;
            redAndBlue += colors[s] & 0xFF00FF & seen;
            green += colors[s] & 0x00FF00 & seen;
        }
        if (covered == 0) {
            return 0;
        }
        int share = SHARES[covered];
        int alpha = (weight * covered + 32768) >>> 16;
        int red = ((redAndBlue >>> 16) * share) >>> 16;
        int blue = ((redAndBlue & 0xFFFF) * share) >>> 16;
        return (alpha << 24) | (red << 16) | (((green >>> 8) * share) >>> 16 << 8) | blue;
    }
}
