package org.posescope.record.video;

import static org.bytedeco.ffmpeg.global.avcodec.FF_COMPLIANCE_NORMAL;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_format;
import static org.bytedeco.ffmpeg.global.avformat.avformat_query_codec;
import static org.posescope.record.video.VideoCodec.H264;
import static org.posescope.record.video.VideoCodec.MPEG4;
import static org.posescope.record.video.VideoCodec.VP9;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.bytedeco.ffmpeg.global.avcodec;
import org.posescope.error.UserException;
import org.posescope.record.FileNames;

/**
 * The kinds of video file. All of them are written so that a file whose writer was killed plays up to its last second or so:
 * MP4 and MOV in fragments of one second that become an ordinary file at the end, Matroska in clusters of one second, AVI
 * frame by frame. Options as in libavformat/movenc.c and matroskaenc.c of FFmpeg 8.0.
 */
enum VideoContainer {
    MP4, MOV, MKV, WEBM, AVI;

    private static final Set<Integer> AVI_SOUND = Set.of(avcodec.AV_CODEC_ID_PCM_S16LE, avcodec.AV_CODEC_ID_PCM_U8,
            avcodec.AV_CODEC_ID_MP2, avcodec.AV_CODEC_ID_MP3, avcodec.AV_CODEC_ID_AC3);
    private static final Set<Integer> DOLBY = Set.of(avcodec.AV_CODEC_ID_AC3, avcodec.AV_CODEC_ID_EAC3);

    /**
     * The container that the file's extension names.
     *
     * @throws UserException when none does
     */
    static VideoContainer of(Path file) {
        String extension = FileNames.extension(file);
        return Arrays.stream(values()).filter(container -> container.extension().equals(extension)).findFirst()
                .orElseThrow(() -> new UserException("The name " + file + " says no kind of video: it should end with "
                        + extensions() + "."));
    }

    private static String extensions() {
        return Arrays.stream(values()).map(container -> "." + container.extension())
                .collect(Collectors.joining(", "));
    }

    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** FFmpeg's name. */
    String muxer() {
        return this == MKV ? "matroska" : extension();
    }

    /** Options of the muxer. */
    Map<String, String> options() {
        return switch (this) {
            case MP4, MOV -> Map.of("movflags", "hybrid_fragmented+frag_keyframe+empty_moov+default_base_moof",
                    "frag_duration", "1000000");
            case MKV, WEBM -> Map.of("cluster_time_limit", "1000");
            case AVI -> Map.of();
        };
    }

    /** What it holds, best first. */
    List<VideoCodec> codecs() {
        return switch (this) {
            case MP4, MKV -> List.of(H264, VP9, MPEG4);
            case MOV, AVI -> List.of(H264, MPEG4);
            case WEBM -> List.of(VP9);
        };
    }

    /**
     * Whether it holds sound of a codec, one of {@code AV_CODEC_ID_*}. AVI counts sound in bytes or in packets of one length, and
     * players know only the codecs of its time there. A header of MP4 takes its description of AC-3 from the first packet, but that
     * of a file that plays while it grows is written before.
     */
    boolean holdsSound(int codec) {
        boolean possible = switch (this) {
            case AVI -> AVI_SOUND.contains(codec);
            case MP4, MOV -> !DOLBY.contains(codec);
            case MKV, WEBM -> true;
        };
        return possible
                && avformat_query_codec(av_guess_format(muxer(), null, null), codec, FF_COMPLIANCE_NORMAL) == 1;
    }

    /** FFmpeg's name of the encoder for sound that it does not hold as it is. */
    String soundEncoder() {
        return switch (this) {
            case MP4, MOV, MKV -> "aac";
            case WEBM -> "libopus";
            case AVI -> "pcm_s16le";
        };
    }

    /** Whether finishing the file overwrites what made the unfinished file playable. */
    boolean finishRewritesHeader() {
        return this == MP4 || this == MOV;
    }
}
