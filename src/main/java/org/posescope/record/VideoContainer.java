package org.posescope.record;

import static org.posescope.record.VideoCodec.H264;
import static org.posescope.record.VideoCodec.MPEG4;
import static org.posescope.record.VideoCodec.VP9;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.posescope.error.UserException;

/**
 * The kinds of video file. All of them are written so that a file whose writer was killed plays up to its last second or so:
 * MP4 and MOV in fragments of one second that become an ordinary file at the end, Matroska in clusters of one second, AVI
 * frame by frame. Options as in libavformat/movenc.c and matroskaenc.c of FFmpeg 8.0.
 */
enum VideoContainer {
    MP4, MOV, MKV, WEBM, AVI;

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

    private String extension() {
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

    /** Whether finishing the file overwrites what made the unfinished file playable. */
    boolean finishRewritesHeader() {
        return this == MP4 || this == MOV;
    }
}
