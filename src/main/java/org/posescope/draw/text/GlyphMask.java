package org.posescope.draw.text;

import org.posescope.draw.raster.Canvas;

/** A glyph as pixels. */
final class GlyphMask {
    static final GlyphMask EMPTY = new GlyphMask(0, 0, 0, 0, new byte[0]);

    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final byte[] coverage;

    /**
     * @param left     column of the first pixel relative to the pen
     * @param top      row of the first pixel relative to the baseline, negative above it
     * @param coverage unsigned bytes, row-major; kept, not copied
     */
    GlyphMask(int left, int top, int width, int height, byte[] coverage) {
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        this.coverage = coverage;
    }

    void draw(Canvas canvas, int penX, int baseline, int argb) {
        if (width > 0) {
            canvas.mask(penX + left, baseline + top, coverage, width, height, argb);
        }
    }
}
