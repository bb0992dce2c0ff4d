package org.posescope.testkit;

import java.nio.charset.StandardCharsets;

import org.bytedeco.ffmpeg.global.avutil;

/** Error numbers of FFmpeg as exceptions. */
final class Ffmpeg {
    private static final int MAX_TEXT = 256;

    private Ffmpeg() {}

    static void check(int code) {
        if (code < 0) {
            byte[] text = new byte[MAX_TEXT];
            avutil.av_strerror(code, text, text.length);
            throw new IllegalStateException(new String(text, StandardCharsets.UTF_8).trim());
        }
    }
}
