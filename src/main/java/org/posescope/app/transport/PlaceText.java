package org.posescope.app.transport;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.posescope.frame.ClipTime;

/** Places of a clip as people write them: {@code 1:02.5} and {@code 62.5 s} are times, {@code 120} and {@code frame 120} frames. */
final class PlaceText {
    private static final Pattern FRAME = Pattern.compile("(?:frame|#)?\\s*(\\d{1,9})", Pattern.CASE_INSENSITIVE);

    private PlaceText() {}

    /** Microseconds; empty for what is neither. */
    static OptionalLong parse(String text, FrameNumbers numbers) {
        Matcher frame = FRAME.matcher(text.strip());
        if (frame.matches()) {
            return OptionalLong.of(numbers.place(Long.parseLong(frame.group(1))));
        }
        return ClipTime.parse(text);
    }
}
