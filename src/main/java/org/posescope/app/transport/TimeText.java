package org.posescope.app.transport;

import java.util.Locale;

/** Times of a video for people. */
final class TimeText {
    private static final long MILLI = 1000;

    private TimeText() {}

    /** For example {@code 00:01.250}, from one hour on {@code 1:00:01.250}. */
    static String of(long micros) {
        long millis = Math.max(0, micros) / MILLI;
        long minutes = millis / 60_000;
        double seconds = (millis % 60_000) / 1000.0;
        return minutes < 60
                ? String.format(Locale.ROOT, "%02d:%06.3f", minutes, seconds)
                : String.format(Locale.ROOT, "%d:%02d:%06.3f", minutes / 60, minutes % 60, seconds);
    }
}
