package org.posescope.draw.text;

import org.posescope.draw.raster.Canvas;

/**
 * A typeface at one size. Lengths are pixels. Glyphs are rasterized when they are first drawn, at four positions between
 * two pixels, and kept; after that drawing allocates nothing. Not thread-safe.
 */
public final class Font {
    private static final int PHASES = 4;
    private static final char ELLIPSIS = '\u2026';

    private final Typeface typeface;
    private final double size;
    private final double scale;
    private final VerticalFit fit;
    private final GlyphRasterizer rasterizer;
    private final GlyphMask[] masks;

    /**
     * @param size pixels an em
     * @throws IllegalArgumentException when the size is not between 4 and 512
     */
    public Font(Typeface typeface, double size) {
        if (!(size >= 4 && size <= 512)) {
            throw new IllegalArgumentException("a font of " + size + " pixels");
        }
        this.typeface = typeface;
        this.size = size;
        this.scale = size / typeface.metrics().unitsPerEm();
        this.fit = new VerticalFit(typeface.metrics(), size);
        this.rasterizer = new GlyphRasterizer(typeface.metrics(), size);
        this.masks = new GlyphMask[typeface.glyphCount() * PHASES];
    }

    /** Full name of the typeface, for example {@code Inter Bold}. */
    public String name() {
        return typeface.name();
    }

    public double size() {
        return size;
    }

    /** Height of capitals and figures, whole pixels. */
    public double capHeight() {
        return fit.pixels(typeface.metrics().capHeight());
    }

    /** What letters may reach above the baseline. */
    public double ascent() {
        return typeface.metrics().ascent() * scale;
    }

    /** What letters may reach below the baseline. */
    public double descent() {
        return typeface.metrics().descent() * scale;
    }

    /** Distance that the pen moves while it writes {@code text}. */
    public double width(CharSequence text) {
        return width(text, text.length());
    }

    private double width(CharSequence text, int length) {
        double pen = 0;
        int before = -1;
        for (int i = 0; i < length; i++) {
            int glyph = typeface.glyphIndex(text.charAt(i));
            pen += advance(before, glyph);
            before = glyph;
        }
        return pen;
    }

    /**
     * Writes one line. A character that the typeface lacks is written as a question mark.
     *
     * @param x        of the pen at the start, kept to a quarter of a pixel; nothing is drawn where it is not finite
     * @param baseline rounded to whole pixels, so that letters stay sharp
     * @return x of the pen at the end
     */
    public double draw(Canvas canvas, CharSequence text, double x, double baseline, int argb) {
        if (!Double.isFinite(x + baseline)) {
            return x;
        }
        double pen = x;
        int before = -1;
        int row = (int) Math.rint(baseline);
        for (int i = 0; i < text.length(); i++) {
            int glyph = typeface.glyphIndex(text.charAt(i));
            pen += before < 0 ? 0 : kerning(before, glyph);
            int quarters = (int) Math.floor(pen * PHASES + 0.5);
            mask(glyph, Math.floorMod(quarters, PHASES)).draw(canvas, Math.floorDiv(quarters, PHASES), row, argb);
            pen += typeface.glyph(glyph).advance() * scale;
            before = glyph;
        }
        return pen;
    }

    /** The text, or as much of its start as fits into {@code maxWidth} with an ellipsis behind it. */
    public String ellipsize(String text, double maxWidth) {
        if (width(text) <= maxWidth) {
            return text;
        }
        double room = maxWidth - width(String.valueOf(ELLIPSIS));
        int length = text.length();
        while (length > 0 && width(text, length) > room) {
            length--;
        }
        return text.substring(0, length).stripTrailing() + ELLIPSIS;
    }

    private double advance(int before, int glyph) {
        double own = typeface.glyph(glyph).advance() * scale;
        return before < 0 ? own : own + kerning(before, glyph);
    }

    private double kerning(int left, int right) {
        return typeface.kerning(left, right) * scale;
    }

    private GlyphMask mask(int glyph, int phase) {
        int slot = glyph * PHASES + phase;
        GlyphMask mask = masks[slot];
        if (mask == null) {
            mask = rasterizer.rasterize(typeface.glyph(glyph), (double) phase / PHASES);
            masks[slot] = mask;
        }
        return mask;
    }
}
