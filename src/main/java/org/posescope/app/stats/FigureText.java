package org.posescope.app.stats;

import java.util.Locale;

/** Numbers that fit into the strip of figures. */
final class FigureText {
    /** What was not measured. */
    static final String NOTHING = "–";
    private static final double LARGE = 99.95;

    private FigureText() {}

    /** With one decimal where that tells something; 0 was not measured. */
    static String of(double value) {
        if (value == 0) {
            return NOTHING;
        }
        return String.format(Locale.ROOT, value < LARGE ? "%.1f" : "%.0f", value);
    }
}
