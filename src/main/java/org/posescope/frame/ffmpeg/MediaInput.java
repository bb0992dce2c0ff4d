package org.posescope.frame.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.posescope.error.UserException;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.SourceOptions;

/**
 * What FFmpeg is to open, and how.
 *
 * @param uri      what the user named
 * @param name     what sentences for the user call it
 * @param url      what FFmpeg opens
 * @param kind     what it is, as far as that is known before it is open
 * @param format   FFmpeg's name of the input format; null: found out from the content
 * @param options  options of format and protocol
 * @param patience how long to wait for data; null: for ever
 * @param threads  decoder threads; 0: as many as processors
 */
public record MediaInput(String uri, String name, String url, SourceInfo.Kind kind, String format,
        Map<String, String> options,
        Duration patience, int threads) {
    private static final Pattern PLAYLIST = Pattern.compile("(?i)[^?#]*\\.m3u8?([?#].*)?");
    /** How much of a stream FFmpeg looks at before the first picture is shown; left alone it takes up to seven seconds. */
    private static final String ANALYSIS_MICROS = "2000000";

    /** @throws UserException when there is no such file, or when it cannot hold pictures */
    static MediaInput video(Path file, int threads) {
        return file(file, SourceInfo.Kind.VIDEO, threads);
    }

    /** @throws UserException when there is no such file, or when it cannot hold pictures */
    static MediaInput image(Path file) {
        return file(file, SourceInfo.Kind.IMAGE, 1);
    }

    private static MediaInput file(Path file, SourceInfo.Kind kind, int threads) {
        Path name = file.getFileName();
        MediaInput input = new MediaInput(file.toString(), name == null ? file.toString() : name.toString(),
                "file:" + file.toAbsolutePath(), kind, null, Map.of(), null, threads);
        if (!Files.exists(file)) {
            throw new UserException("there is no file " + file);
        }
        if (Files.isDirectory(file)) {
            throw new UserException(file + " is a folder, not " + input.article());
        }
        if (!Files.isReadable(file)) {
            throw new UserException(file + " may not be read; check its permissions");
        }
        if (isEmpty(file)) {
            throw new UserException(file + " is empty (0 bytes)");
        }
        return input;
    }

    private static boolean isEmpty(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) == 0;
        } catch (IOException e) {
            throw new UserException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** An address such as {@code rtsp://...}. */
    static MediaInput network(String url, SourceOptions options) {
        Map<String, String> settings = new HashMap<>();
        settings.put("analyzeduration", ANALYSIS_MICROS);
        if (url.startsWith("rtsp")) {
            // Packets lost on UDP show as smeared pictures.
            settings.put("rtsp_flags", "prefer_tcp");
        }
        // A password in the address must not end up in a message, a log or a screenshot.
        String name = url.replaceFirst("(?<=://)[^/@]*@", "");
        return new MediaInput(url, name, url, SourceInfo.Kind.STREAM, null, settings, options.timeout(),
                options.decoderThreads());
    }

    /**
     * A device of this computer.
     *
     * @param uri     what the user named
     * @param name    what sentences for the user call it
     * @param options what FFmpeg's input format understands
     */
    public static MediaInput camera(String uri, String name, String url, String format, Map<String, String> options,
            Duration patience) {
        return new MediaInput(uri, name, url, SourceInfo.Kind.CAMERA, format, options, patience, 1);
    }

    /** What another program writes to this one. It can be read only once. */
    static MediaInput standardInput(int threads) {
        return new MediaInput("-", "standard input", "pipe:0", SourceInfo.Kind.VIDEO, null, Map.of(), null, threads);
    }

    /** Whether it is a list of other files (HLS). */
    boolean playlist() {
        return PLAYLIST.matcher(url).matches();
    }

    /** Whether it is a file of this computer, which never keeps anyone waiting. */
    boolean local() {
        return patience == null;
    }

    /** Whether all of it lies there, so that any part can be read. */
    boolean file() {
        return url.startsWith("file:");
    }

    String article() {
        return kind.still() ? "an image" : "a video";
    }
}
