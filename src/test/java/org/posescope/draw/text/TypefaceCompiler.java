package org.posescope.draw.text;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.LineMetrics;
import java.awt.font.TextAttribute;
import java.awt.geom.PathIterator;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Writes the typeface resources from a font file: {@code TypefaceCompiler Inter-Bold.otf inter-bold.typeface}. The committed
 * ones were made from {@code Inter-Medium.otf} and {@code Inter-Bold.otf} of the Debian package fonts-inter
 * 4.0~beta7+ds-1. This is the only place that needs AWT; the application reads the result with {@link Typeface}.
 */
final class TypefaceCompiler {
    private static final int UNITS_PER_EM = 2048;
    private static final String SYMBOLS = "–—‘’“”•…←↑→↓−≈≤≥Δ●✓";
    private static final String FIGURES = "0123456789";
    /** Kerning below this is not seen at any size the application uses. */
    private static final int LEAST_KERNING = 10;

    private final Font font;
    private final Font kerned;
    private final FontRenderContext context = new FontRenderContext(null, true, true);
    private final List<Integer> codePoints;

    private TypefaceCompiler(Font base) {
        font = base.deriveFont((float) UNITS_PER_EM);
        kerned = font.deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
        codePoints = IntStream.concat(IntStream.concat(IntStream.rangeClosed(0x20, 0x7E),
                IntStream.rangeClosed(0xA0, 0xFF)), SYMBOLS.codePoints()).filter(font::canDisplay).sorted().boxed()
                .toList();
    }

    public static void main(String[] args) throws IOException, FontFormatException {
        TypefaceCompiler compiler = new TypefaceCompiler(
                Font.createFont(Font.TRUETYPE_FONT, Path.of(args[0]).toFile()));
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(Path.of(args[1]))))) {
            compiler.write(out);
        }
    }

    private void write(DataOutputStream out) throws IOException {
        out.writeInt(Typeface.MAGIC);
        out.writeShort(Typeface.FORMAT);
        LineMetrics metrics = font.getLineMetrics("x", context);
        out.writeShort(UNITS_PER_EM);
        out.writeShort(Math.round(metrics.getAscent()));
        out.writeShort(Math.round(metrics.getDescent()));
        out.writeShort(height('x'));
        out.writeShort(height('H'));
        out.writeShort(codePoints.size());
        for (int codePoint : codePoints) {
            out.writeShort(codePoint);
            writeGlyph(codePoint, out);
        }
        writeKerning(out);
    }

    private int height(char letter) {
        return (int) Math.round(-glyphs(font, String.valueOf(letter)).getVisualBounds().getMinY());
    }

    private GlyphVector glyphs(Font of, String text) {
        return of.layoutGlyphVector(context, text.toCharArray(), 0, text.length(), Font.LAYOUT_LEFT_TO_RIGHT);
    }

    private double advance(int codePoint) {
        return font.createGlyphVector(context, Character.toString(codePoint)).getGlyphMetrics(0).getAdvance();
    }

    /** All figures get the advance of the widest one, so that changing numbers do not tremble. */
    private void writeGlyph(int codePoint, DataOutputStream out) throws IOException {
        double advance = advance(codePoint);
        double shift = 0;
        if (FIGURES.indexOf(codePoint) >= 0) {
            double widest = FIGURES.chars().mapToDouble(this::advance).max().orElseThrow();
            shift = (widest - advance) / 2;
            advance = widest;
        }
        out.writeShort((int) Math.round(advance));
        Shape outline = font.createGlyphVector(context, Character.toString(codePoint)).getOutline((float) shift, 0);
        ByteArrayOutputStream commands = new ByteArrayOutputStream();
        ByteArrayOutputStream points = new ByteArrayOutputStream();
        DataOutputStream pointsOut = new DataOutputStream(points);
        double[] step = new double[6];
        for (PathIterator path = outline.getPathIterator(null); !path.isDone(); path.next()) {
            int kind = path.currentSegment(step);
            if (kind == PathIterator.SEG_CLOSE) {
                continue;
            }
            commands.write(kind);
            for (int i = 0; i < 2 * OutlineCommand.points((byte) kind); i += 2) {
                pointsOut.writeShort((int) Math.round(step[i]));
                pointsOut.writeShort((int) Math.round(-step[i + 1]));
            }
        }
        out.writeShort(commands.size());
        commands.writeTo(out);
        points.writeTo(out);
    }

    private void writeKerning(DataOutputStream out) throws IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        DataOutputStream rowsOut = new DataOutputStream(rows);
        int count = 0;
        for (int left = 0; left < codePoints.size(); left++) {
            for (int right = 0; right < codePoints.size(); right++) {
                int amount = kerning(codePoints.get(left), codePoints.get(right));
                if (Math.abs(amount) >= LEAST_KERNING) {
                    rowsOut.writeShort(left);
                    rowsOut.writeShort(right);
                    rowsOut.writeShort(amount);
                    count++;
                }
            }
        }
        out.writeInt(count);
        rows.writeTo(out);
    }

    private int kerning(int left, int right) {
        if (FIGURES.indexOf(left) >= 0 || FIGURES.indexOf(right) >= 0) {
            return 0;
        }
        String pair = Character.toString(left) + Character.toString(right);
        GlyphVector with = glyphs(kerned, pair);
        GlyphVector without = font.createGlyphVector(context, pair);
        boolean substituted = with.getNumGlyphs() != 2 || with.getGlyphCode(0) != without.getGlyphCode(0)
                || with.getGlyphCode(1) != without.getGlyphCode(1);
        return substituted
                ? 0
                : (int) Math.round(with.getGlyphPosition(1).getX() - without.getGlyphPosition(1).getX());
    }
}
