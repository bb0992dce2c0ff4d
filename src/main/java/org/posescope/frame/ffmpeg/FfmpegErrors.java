package org.posescope.frame.ffmpeg;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bytedeco.ffmpeg.global.avutil;
import org.posescope.error.UserException;

/** Makes one sentence for the user out of an error number of FFmpeg and what FFmpeg logged before. */
public final class FfmpegErrors {
    private static final int MAX_TEXT = 256;
    private static final Pattern TOO_LARGE = Pattern.compile("Picture size (\\d+)x(\\d+) ");

    private FfmpegErrors() {}

    /** What FFmpeg calls {@code code}, for example "Connection refused". */
    public static String text(int code) {
        byte[] text = new byte[MAX_TEXT];
        avutil.av_strerror(code, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }

    static UserException cannotOpen(MediaInput input, int code, FfmpegLog.Lines log) {
        if (code == avutil.AVERROR_EXIT()) {
            return silent(input);
        }
        String last = log.lastError().orElse("");
        if (last.contains("moov atom not found")) {
            return new UserException(input.name() + " was cut off before its index (the moov atom) was written, so it"
                    + " cannot be played; record or copy it again");
        }
        if (input.local() || code == avutil.AVERROR_INVALIDDATA()) {
            return new UserException(input.name() + " is damaged or not " + input.article() + " that can be read");
        }
        return new UserException(input.name() + " cannot be opened: " + text(code));
    }

    static UserException nothingDecoded(MediaInput input, FfmpegLog.Lines log) {
        for (String line : log.all()) {
            Matcher size = TOO_LARGE.matcher(line);
            if (size.lookingAt()) {
                long width = Long.parseLong(size.group(1));
                long height = Long.parseLong(size.group(2));
                if ((double) width * height > PictureDecoder.MAX_PIXELS) {
                    return tooLarge(input, width, height);
                }
            }
        }
        return new UserException(input.name() + " is damaged: not one picture of it can be decoded");
    }

    static UserException tooLarge(MediaInput input, long width, long height) {
        return new UserException(
                String.format(Locale.ROOT, "%s is too large: %d x %d pixels, and at most %d megapixels can be read",
                        input.name(), width, height, PictureDecoder.MAX_PIXELS / 1_000_000));
    }

    static UserException silent(MediaInput input) {
        return new UserException(
                String.format(Locale.ROOT, "%s has sent nothing for %s; check that it is switched on and connected",
                        input.name(), seconds(input.patience())));
    }

    static UserException lost(MediaInput input, int code) {
        return new UserException(input.name() + " was lost: " + text(code));
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
