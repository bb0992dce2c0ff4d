package org.posescope.frame.ffmpeg;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is to be said of a still picture, above all whether it is whole. Decoders give what there is of a damaged one and only log that they did ({@code overread} and
 * {@code EOI missing} in {@code libavcodec/mjpegdec.c}).
 */
final class PictureFlaws {
    private static final Pattern CUT = Pattern.compile("overread \\d+|EOI missing.*");
    /** What is said about a picture beside its pixels. */
    private static final Pattern BESIDE = Pattern.compile("(?i).*\\b(exif|icc|iccp|xmp|tag|metadata)\\b.*");

    private PictureFlaws() {}

    /** What the user should know of the picture that is current after opening. */
    static List<String> of(MediaReader reader) {
        FfmpegLog.Lines log = reader.firstPictureLog();
        boolean flawed = Stream.concat(log.all().stream().filter(CUT.asMatchPredicate()),
                log.errors().stream().filter(BESIDE.asMatchPredicate().negate())).findAny().isPresent();
        DecodeErrors errors = new DecodeErrors(reader.input().name());
        errors.damaged(Math.max(reader.damaged(), flawed ? 1 : 0));
        return Stream.concat(HdrTransfer.sentence(reader).stream(), errors.sentences().stream()).toList();
    }
}
