package org.posescope.draw.raster;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Locale;

/**
 * The one place that writes pixels. Weights are fixed-point, 0 (nothing) to 256 (all); callers have clipped already.
 * Two channels are blended in one multiplication, each in a lane of 16 bits, rounded to the nearest.
 */
final class Pixels {
    static final int BYTES = 4;
    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int LANES = 0x00FF00FF;
    private static final int HALF = 0x00800080;

    private final MemorySegment bytes;
    private final int width;
    private final int height;
    private final int stride;

    Pixels(MemorySegment bytes, int width, int height, int stride) {
        long needed = (long) (height - 1) * stride + (long) width * BYTES;
        if (width <= 0 || height <= 0 || stride < (long) width * BYTES || bytes.byteSize() < needed) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "no picture of %d x %d pixels with %d bytes a row in %d bytes", width,
                            height, stride, bytes.byteSize()));
        }
        this.bytes = bytes;
        this.width = width;
        this.height = height;
        this.stride = stride;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The pixels of a part of this picture; the caller has checked that it lies inside. */
    Pixels part(int x, int y, int partWidth, int partHeight) {
        return new Pixels(bytes.asSlice(offset(x, y)), partWidth, partHeight, stride);
    }

    /** Turns every row left for right. */
    void mirror() {
        for (int y = 0; y < height; y++) {
            long right = offset(width - 1, y);
            for (long left = offset(0, y); left < right; left += BYTES) {
                int kept = bytes.get(PIXEL, left);
                bytes.set(PIXEL, left, bytes.get(PIXEL, right));
                bytes.set(PIXEL, right, kept);
                right -= BYTES;
            }
        }
    }

    int get(int x, int y) {
        return bytes.get(PIXEL, offset(x, y));
    }

    /** Blends an opaque colour over the pixels {@code from} (inclusive) to {@code to} (exclusive) of a row. */
    void blendSpan(int y, int from, int to, int color, int weight) {
        long end = offset(to, y);
        if (weight == 256) {
            for (long at = offset(from, y); at < end; at += BYTES) {
                bytes.set(PIXEL, at, color);
            }
            return;
        }
        int even = color & LANES;
        int odd = (color >>> 8) & LANES;
        for (long at = offset(from, y); at < end; at += BYTES) {
            blendAt(at, even, odd, weight);
        }
    }

    /**
     * Blends an opaque colour over a row of pixels, each by its own coverage.
     *
     * @param coverage 0..1, the first pixel's at position 0
     * @param weight   multiplies every coverage
     */
    void blendCovered(int y, int from, int to, float[] coverage, int color, int weight) {
        int even = color & LANES;
        int odd = (color >>> 8) & LANES;
        long row = offset(from, y);
        for (int i = 0; i < to - from; i++) {
            blendAt(row + (long) i * BYTES, even, odd, (int) (coverage[i] * weight + 0.5f));
        }
    }

    /**
     * As {@link #blendCovered} with coverage of 0 to 255 as unsigned bytes.
     *
     * @param first position in {@code coverage} of the first pixel's
     */
    void blendMasked(int y, int from, int to, byte[] coverage, int first, int color, int weight) {
        int even = color & LANES;
        int odd = (color >>> 8) & LANES;
        long row = offset(from, y);
        for (int i = 0; i < to - from; i++) {
            int covered = scale(coverage[first + i] & 0xFF);
            blendAt(row + (long) i * BYTES, even, odd, (covered * weight) >> 8);
        }
    }

    /**
     * Blends a row of colours, each by its own alpha.
     *
     * @param first position in {@code argb} of the first pixel's
     */
    void blendColors(int y, int from, int to, int[] argb, int first) {
        long row = offset(from, y);
        for (int i = 0; i < to - from; i++) {
            int color = argb[first + i];
            int weight = scale(Argb.alpha(color));
            if (weight != 0) {
                int opaque = color | 0xFF000000;
                blendAt(row + (long) i * BYTES, opaque & LANES, (opaque >>> 8) & LANES, weight);
            }
        }
    }

    private void blendAt(long at, int even, int odd, int weight) {
        int below = bytes.get(PIXEL, at);
        int rest = 256 - weight;
        int blue = (((below & LANES) * rest + even * weight + HALF) >>> 8) & LANES;
        int green = (((below >>> 8) & LANES) * rest + odd * weight + HALF) & ~LANES;
        bytes.set(PIXEL, at, blue | green);
    }

    private long offset(int x, int y) {
        return (long) y * stride + (long) x * BYTES;
    }

    /** 0..255 to 0..256, both ends exact. */
    static int scale(int eightBits) {
        return eightBits + (eightBits >> 7);
    }
}
