package org.posescope.draw.text;

/** Shape of one character, in font units: x right, y up, origin on the baseline. */
final class Glyph {
    private final int advance;
    private final byte[] commands;
    private final short[] points;

    /** Keeps the arrays; nobody changes them afterwards. */
    Glyph(int advance, byte[] commands, short[] points) {
        this.advance = advance;
        this.commands = commands;
        this.points = points;
    }

    /** From this glyph's origin to the next one's. */
    int advance() {
        return advance;
    }

    /** The outline, see {@link OutlineCommand}; not a copy. */
    byte[] commands() {
        return commands;
    }

    /** x, y of every point that the commands use, in their order; not a copy. */
    short[] points() {
        return points;
    }
}
