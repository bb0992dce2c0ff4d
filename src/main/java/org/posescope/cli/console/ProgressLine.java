package org.posescope.cli.console;

import java.time.Duration;
import java.util.Locale;

/** The text of a progress line. */
final class ProgressLine {
    private static final int BAR = 24;

    private ProgressLine() {}

    /**
     * How far a counted job is, how fast, and how long it will still take at that pace.
     *
     * @param total at least 1, or -1 when the end is not known
     */
    static String counted(String label, long done, long total, ProgressUnit unit, Duration elapsed) {
        double seconds = elapsed.toNanos() / 1e9;
        double perSecond = seconds > 0 ? done / seconds : 0;
        if (total < 0) {
            return label + " " + unit.format(done) + ", " + unit.rate(perSecond) + ", " + clock(elapsed);
        }
        double share = Math.clamp((double) done / total, 0, 1);
        int filled = (int) (share * BAR);
        String line = label + " [" + "#".repeat(filled) + "-".repeat(BAR - filled) + "] " + (int) (share * 100) + "% "
                + unit.format(done) + "/" + unit.format(total) + ", " + unit.rate(perSecond);
        return perSecond > 0 ? line + ", " + clock(timeLeft(done, total, perSecond)) + " left" : line;
    }

    private static Duration timeLeft(long done, long total, double perSecond) {
        return Duration.ofSeconds(Math.round((total - done) / perSecond));
    }

    /** A job of which only the time is known. */
    static String timed(String label, Duration elapsed) {
        return label + " " + clock(elapsed);
    }

    private static String clock(Duration duration) {
        return duration.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", duration.toHours(), duration.toMinutesPart(),
                        duration.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart());
    }
}
