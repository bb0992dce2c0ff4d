package org.posescope.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import org.posescope.error.UserException;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceOptions;
import org.posescope.frame.ffmpeg.ImagePattern;
import org.posescope.frame.source.LimitedSource;
import org.posescope.frame.source.Sources;

import picocli.CommandLine.Option;

/** What to look at. */
public final class InputOptions {
    @Option(names = {"-i",
        "--input"}, paramLabel = "INPUT",
            description = "a video file, an image, a folder of images, images by a name with a place for a number or a glob "
                    + "(frame_%%05d.png, 'frames/*.jpg'), a camera "
                    + "(its number or device path), a stream (rtsp://..., http://...) or - for standard input")
    private String input;

    @Option(names = "--loop", description = "start again at the end")
    private boolean loop;

    @Option(names = "--limit", paramLabel = "N", description = "end after so many frames")
    private Long limit;

    @Option(names = "--fps", paramLabel = "FPS",
            description = "the pictures of a folder are those of a video with so many frames a second (default: they are "
                    + "single pictures)")
    private Double pictureFps;

    @Option(names = "--camera-size", paramLabel = "WxH", converter = WantedSizeConverter.class,
            description = "size of the camera's picture, for example 1280x720")
    private WantedSize cameraSize;

    @Option(names = "--camera-fps", paramLabel = "FPS", description = "frames a second of the camera")
    private Double cameraFps;

    /**
     * Opens what the user named.
     *
     * @param news told when a camera or stream was lost and when it is back
     * @throws UserException when nothing was named, or it cannot be opened
     */
    public FrameSource open(FramePool pool, Consumer<String> news) {
        if (input == null) {
            throw new UserException("nothing to look at: name a video, an image, a folder or a camera with -i");
        }
        if (limit != null && limit < 1) {
            throw new UserException("--limit " + limit + " is less than 1");
        }
        if (pictureFps != null && !(pictureFps > 0 && Double.isFinite(pictureFps))) {
            throw new UserException("--fps " + pictureFps + " is not a frame rate");
        }
        FrameSource source = Sources.openLasting(input, options(), pool, news);
        return limit == null ? source : new LimitedSource(source, limit);
    }

    /** Whether it starts again at the end. */
    public boolean loops() {
        return loop;
    }

    public static SourceOptions decoding() {
        return SourceOptions.besideNetworks(Runtime.getRuntime().availableProcessors());
    }

    private SourceOptions options() {
        WantedSize size = cameraSize == null ? new WantedSize(0, 0) : cameraSize;
        return decoding().withLoop(loop).withCamera(size.width(), size.height(),
                cameraFps == null ? 0 : cameraFps).withPictures(pictureFps == null ? 0 : pictureFps);
    }

    /** How many frames will come; -1 when that is not known. */
    public long frames(FrameSource source) {
        long known = loop || source.info().frameCount() < 0 ? Long.MAX_VALUE : source.info().frameCount();
        long frames = Math.min(known, limit == null ? Long.MAX_VALUE : limit);
        return frames == Long.MAX_VALUE ? -1 : frames;
    }

    /** The file or folder that is read, if it is one. */
    public Optional<Path> path() {
        return Optional.ofNullable(input).filter(name -> !name.contains("://") && ImagePattern.of(name).isEmpty())
                .map(Path::of)
                .filter(Files::exists);
    }
}
