package org.posescope.frame.source;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.posescope.error.UserException;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.SourceOptions;
import org.posescope.frame.camera.Cameras;
import org.posescope.frame.ffmpeg.ImageFiles;
import org.posescope.frame.ffmpeg.ImagePattern;
import org.posescope.frame.ffmpeg.ImageSource;
import org.posescope.frame.ffmpeg.VideoSource;

/** Opens whatever a user names. */
public final class Sources {
    private static final Pattern CAMERA = Pattern.compile("\\d{1,4}|/dev/video\\d+");
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+)://.*");
    private static final Set<String> NETWORK = Set.of("rtsp", "rtsps", "rtmp", "rtmps", "http", "https", "udp", "tcp",
            "rtp", "srt");

    private Sources() {}

    /**
     * Opens a source by the look of its name: a number or {@code /dev/video0} is a camera, {@code rtsp://...} and the like
     * a network stream, a folder its images, {@code frame_%05d.png} or a glob those with such names, a file with the extension of an image that image, any other file a video.
     *
     * @param pool where frames come from; it must stay open as long as the source
     * @return a source that starts again at its end where the options say so and it has an end
     * @throws UserException when it cannot be opened
     */
    public static FrameSource open(String input, SourceOptions options, FramePool pool) {
        FrameSource source = openOnce(input, options, pool);
        SourceInfo info = source.info();
        if (options.pictureFps() > 0 && info.kind() != SourceInfo.Kind.IMAGE_SEQUENCE) {
            source.close();
            throw new UserException("a frame rate can be given to the pictures of a folder, but " + input
                    + " is something else");
        }
        if (!options.loop() || info.kind().live()) {
            return source;
        }
        if (!info.seekable()) {
            source.close();
            throw new UserException(input + " can be read only once, so it cannot be played in a loop");
        }
        return new LoopingSource(source);
    }

    /**
     * As {@link #open}; a camera or stream that is lost is opened again until it is back.
     *
     * @param news told in one sentence when it was lost and when it is back, on the thread that reads frames
     * @throws UserException when it cannot be opened the first time
     */
    public static FrameSource openLasting(String input, SourceOptions options, FramePool pool, Consumer<String> news) {
        FrameSource first = open(input, options, pool);
        if (!first.info().kind().live()) {
            return first;
        }
        Deque<FrameSource> opened = new ArrayDeque<>(List.of(first));
        return new ReconnectingSource(() -> opened.isEmpty() ? open(input, options, pool) : opened.pop(), news);
    }

    private static FrameSource openOnce(String input, SourceOptions options, FramePool pool) {
        if (CAMERA.matcher(input).matches()) {
            return Cameras.open(input, options, pool);
        }
        Matcher address = SCHEME.matcher(input);
        if (address.matches() && !address.group(1).equalsIgnoreCase("file")) {
            return connect(input, address.group(1).toLowerCase(Locale.ROOT), options, pool);
        }
        Optional<ImagePattern> pattern = address.matches() ? Optional.empty() : ImagePattern.of(input);
        if (pattern.isPresent()) {
            return pictures(input, pattern.get().files(), options, pool);
        }
        Path path = path(input, address.matches());
        if (Files.isDirectory(path)) {
            return pictures(path.toString(), ImageFiles.of(path), options, pool);
        }
        return ImageFiles.isImage(path)
                ? ImageSource.ofFile(path, pool)
                : VideoSource.open(path, options.decoderThreads(), pool);
    }

    private static FrameSource pictures(String named, List<Path> files, SourceOptions options, FramePool pool) {
        return options.pictureFps() > 0
                ? ImageSource.sequence(named, files, options.pictureFps(), pool)
                : ImageSource.ofFiles(named, files, pool);
    }

    private static FrameSource connect(String url, String scheme, SourceOptions options, FramePool pool) {
        if (!NETWORK.contains(scheme)) {
            throw new UserException(
                    String.format(Locale.ROOT, "addresses that begin with %s:// are not known, only %s", scheme,
                            String.join(", ", new TreeSet<>(NETWORK))));
        }
        return VideoSource.connect(url, options, pool);
    }

    private static Path path(String input, boolean uri) {
        try {
            return uri ? Path.of(URI.create(input)) : Path.of(input);
        } catch (IllegalArgumentException e) {
            throw new UserException("\"" + input.strip() + "\" is not the name of a file: " + e.getMessage(), e);
        }
    }
}
