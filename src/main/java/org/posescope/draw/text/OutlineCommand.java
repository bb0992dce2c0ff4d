package org.posescope.draw.text;

/** Steps of an outline; contours close themselves, and the inside is where they wind around a point. */
final class OutlineCommand {
    /** Starts a contour at one point. */
    static final byte MOVE = 0;
    /** Straight to one point. */
    static final byte LINE = 1;
    /** Quadratic curve: control point, end. */
    static final byte QUAD = 2;
    /** Cubic curve: two control points, end. */
    static final byte CUBIC = 3;

    private OutlineCommand() {}

    static int points(byte command) {
        return command == MOVE ? 1 : command;
    }
}
