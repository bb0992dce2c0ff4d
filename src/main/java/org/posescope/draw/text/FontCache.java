package org.posescope.draw.text;

/** Fonts of one typeface by their size in whole pixels, so that every glyph is rasterized once. Not thread-safe. */
public final class FontCache {
    private static final int SMALLEST = 8;
    private static final int LARGEST = 128;

    private final Typeface typeface;
    private final Font[] fonts = new Font[LARGEST + 1];

    public FontCache(Typeface typeface) {
        this.typeface = typeface;
    }

    /** The font nearest to a size in pixels; sizes are kept within 8 to 128. */
    public Font at(double size) {
        int pixels = (int) Math.rint(Math.clamp(size, SMALLEST, LARGEST));
        Font font = fonts[pixels];
        if (font == null) {
            font = new Font(typeface, pixels);
            fonts[pixels] = font;
        }
        return font;
    }
}
