package org.posescope.app.transport;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places of a clip as people write them: {@code 1:02.5} and {@code 62.5 s} are times, {@code 120} and {@code frame 120} frames. */
final class PlaceText {
    private static final Pattern TIME = Pattern
            .compile("(?:(?:(\\d{1,3}):)?(\\d{1,5}):)?(\\d{1,7}(?:[.,]\\d{1,6})?)\\s*(s?)");
    private static final Pattern FRAME = Pattern.compile("(?:frame|#)?\\s*(\\d{1,9})", Pattern.CASE_INSENSITIVE);
    private static final double SECOND = 1e6;

    private PlaceText() {}

    /** Microseconds; empty for what is neither. */
    static OptionalLong parse(String text, FrameNumbers numbers) {
        Matcher frame = FRAME.matcher(text.strip());
        if (frame.matches()) {
            return OptionalLong.of(numbers.place(Long.parseLong(frame.group(1))));
        }
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
