package org.posescope.workshop.demo.stage;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.posescope.draw.raster.Argb;

/**
 * What the film makes of the light: a soft curve with warm lights and cool shadows, and corners that are a little darker. Makes
 * one pixel of four.
 */
final class Film {
    static final int SCALE = 2;

    private static final double VIGNETTE = 0.22;

    private final int width;
    private final int height;
    private final int[] red = curve(1.015, 0.0);
    private final int[] green = curve(1.0, 0.003);
    private final int[] blue = curve(0.975, 0.012);

    /** @param width of the finished picture, pixels */
    Film(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** From sums of four channels to channels. */
    private static int[] curve(double gain, double lift) {
        int most = SCALE * SCALE * 255;
        int[] curve = new int[most + 1];
        for (int k = 0; k <= most; k++) {
            double v = (double) k / most;
            double s = v + 0.10 * v * (1 - v) * (2 * v - 1) * 2;
            curve[k] = (int) Math.round(256 * 255 * Math.clamp(lift + (gain - lift) * s, 0, 1));
        }
        return curve;
    }

    /**
     * Exposes a picture.
     *
     * @param bgra twice as wide and high as the finished picture
     * @param out  BGRA of the finished one
     */
    void expose(MemorySegment bgra, MemorySegment out) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int r = 0;
                int g = 0;
                int b = 0;
                for (int k = 0; k < SCALE * SCALE; k++) {
                    long row = SCALE * (long) y + k / SCALE;
                    long at = row * SCALE * width + SCALE * (long) x + k % SCALE;
                    int pixel = bgra.getAtIndex(ValueLayout.JAVA_INT, at);
                    r += Argb.red(pixel);
                    g += Argb.green(pixel);
                    b += Argb.blue(pixel);
                }
                double dx = 2.0 * x / width - 1;
                double dy = 2.0 * y / height - 1;
                double far = 0.5 * (dx * dx + dy * dy);
                double dim = (1 - VIGNETTE * far * far) / 256;
                out.setAtIndex(ValueLayout.JAVA_INT, (long) y * width + x,
                        Argb.opaque((int) (red[r] * dim), (int) (green[g] * dim), (int) (blue[b] * dim)));
            }
        }
    }
}
