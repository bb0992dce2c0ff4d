package org.posescope.frame;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of a clip as people write them: {@code 62.5}, {@code 62,5 s}, {@code 1:02.5} and {@code 1:00:00}. */
public final class ClipTime {
    private static final Pattern TIME = Pattern
            .compile("(?:(?:(\\d{1,3}):)?(\\d{1,5}):)?(\\d{1,7}(?:[.,]\\d{1,6})?)\\s*s?");
    private static final double SECOND = 1e6;

    private ClipTime() {}

    /** Microseconds; empty for what is no time. */
    public static OptionalLong parse(String text) {
        Matcher time = TIME.matcher(text.strip());
        if (!time.matches()) {
            return OptionalLong.empty();
        }
        double minutes = 60 * number(time.group(1)) + number(time.group(2));
        return OptionalLong.of(Math.round(SECOND * (60 * minutes + number(time.group(3)))));
    }

    private static double number(String digits) {
        return digits == null ? 0 : Double.parseDouble(digits.replace(',', '.'));
    }
}
