package org.posescope.record.video;

import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EACCES;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EFBIG;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_ENOSPC;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EPERM;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avutil;
import org.posescope.error.UserException;
import org.posescope.error.WriteException;
import org.posescope.record.OutputFile;

/** FFmpeg's return codes and option lists. */
final class Ffmpeg {
    private static final int MESSAGE_BYTES = 256;

    private Ffmpeg() {}

    /**
     * Passes on a result that must not be an error.
     *
     * @throws IllegalStateException when {@code code} is negative
     */
    static int check(int code, String call) {
        if (code < 0) {
            throw new IllegalStateException(call + " failed: " + message(code));
        }
        return code;
    }

    /**
     * Passes on the result of writing to a file.
     *
     * @throws UserException when {@code code} is negative
     */
    static void checkWritten(int code, Path file) {
        if (code < 0) {
            throw notWritten(code, file);
        }
    }

    private static UserException notWritten(int code, Path file) {
        if (code == AVERROR_ENOSPC()) {
            return new WriteException("The disk of " + file + " is full: make room and record again.");
        }
        if (code == AVERROR_EFBIG()) {
            return new WriteException(
                    file + " has become as large as its disk allows a file to be: record shorter pieces.");
        }
        if (code == AVERROR_EACCES() || code == AVERROR_EPERM()) {
            return OutputFile.mayNotWrite(file);
        }
        return new WriteException("Cannot write " + file + ": " + message(code) + ".");
    }

    /** FFmpeg's own words for an error. */
    static String message(int code) {
        byte[] text = new byte[MESSAGE_BYTES];
        avutil.av_strerror(code, text, text.length);
        int length = 0;
        while (length < text.length && text[length] != 0) {
            length++;
        }
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }

    /** An option list; the caller frees it with {@code av_dict_free}. */
    static AVDictionary dictionary(Map<String, String> options) {
        AVDictionary dictionary = new AVDictionary(null);
        options.forEach((name, value) -> avutil.av_dict_set(dictionary, name, value, 0));
        return dictionary;
    }
}
