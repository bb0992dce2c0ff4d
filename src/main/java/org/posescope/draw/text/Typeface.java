package org.posescope.draw.text;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Outlines, advances and kerning of a set of characters. Immutable.
 * <p>
 * File layout, big-endian: magic {@code PSTF}, format 1; units per em, ascent, descent, x-height, cap height (int16 each,
 * font units, descent positive); uint16 count of glyphs, then of each in growing order: uint16 code point, int16 advance,
 * uint16 count of commands, the command bytes, int16 x and y of their points; int32 count of kerning pairs, then of each in
 * growing order: uint16 left glyph, uint16 right glyph (positions in this file), int16 amount.
 */
public final class Typeface {
    static final int MAGIC = 0x50535446;
    static final int FORMAT = 1;
    private static final char REPLACEMENT = '?';

    private final String name;
    private final Metrics metrics;
    private final int[] codePoints;
    private final Glyph[] glyphs;
    private final int[] kerningPairs;
    private final short[] kerning;

    private Typeface(String name, DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC || in.readShort() != FORMAT) {
            throw new IOException("not a typeface file");
        }
        this.name = name;
        metrics = new Metrics(in.readShort(), in.readShort(), in.readShort(), in.readShort(), in.readShort());
        int count = in.readUnsignedShort();
        codePoints = new int[count];
        glyphs = new Glyph[count];
        for (int i = 0; i < count; i++) {
            codePoints[i] = in.readUnsignedShort();
            glyphs[i] = readGlyph(in);
        }
        int pairs = in.readInt();
        kerningPairs = new int[pairs];
        kerning = new short[pairs];
        for (int i = 0; i < pairs; i++) {
            kerningPairs[i] = in.readInt();
            kerning[i] = in.readShort();
        }
    }

    private static Glyph readGlyph(DataInputStream in) throws IOException {
        int advance = in.readShort();
        byte[] commands = in.readNBytes(in.readUnsignedShort());
        int count = 0;
        for (byte command : commands) {
            count += OutlineCommand.points(command);
        }
        short[] points = new short[2 * count];
        for (int i = 0; i < points.length; i++) {
            points[i] = in.readShort();
        }
        return new Glyph(advance, commands, points);
    }

    /** Inter Medium: running text. */
    public static Typeface medium() {
        return resource("Inter Medium", "inter-medium.typeface");
    }

    /** Inter Bold: figures and names. */
    public static Typeface bold() {
        return resource("Inter Bold", "inter-bold.typeface");
    }

    private static Typeface resource(String name, String file) {
        try (InputStream in = Typeface.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the application was built without " + file);
            }
            return new Typeface(name, new DataInputStream(new BufferedInputStream(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    String name() {
        return name;
    }

    Metrics metrics() {
        return metrics;
    }

    int glyphCount() {
        return glyphs.length;
    }

    Glyph glyph(int index) {
        return glyphs[index];
    }

    /** Position of a character's glyph; that of the question mark when the typeface lacks the character. */
    int glyphIndex(int codePoint) {
        int found = Arrays.binarySearch(codePoints, codePoint);
        return found >= 0 ? found : Arrays.binarySearch(codePoints, REPLACEMENT);
    }

    /** What the pair's distance differs from the left glyph's advance by, font units, mostly negative. */
    int kerning(int leftGlyph, int rightGlyph) {
        int found = Arrays.binarySearch(kerningPairs, (leftGlyph << 16) | rightGlyph);
        return found >= 0 ? kerning[found] : 0;
    }

    /** Heights over the baseline in font units; {@code descent} is below it and positive. */
    record Metrics(int unitsPerEm, int ascent, int descent, int xHeight, int capHeight) {}
}
