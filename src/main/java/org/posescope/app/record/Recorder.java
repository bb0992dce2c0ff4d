package org.posescope.app.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.posescope.app.player.ResultSink;
import org.posescope.app.player.ShownFrame;
import org.posescope.draw.PersonNames;
import org.posescope.draw.angle.AngleReading;
import org.posescope.draw.scene.BodyMeshes;
import org.posescope.draw.scene.CameraInUse;
import org.posescope.error.UserException;
import org.posescope.frame.FramePool;
import org.posescope.frame.SourceInfo;
import org.posescope.pose.Person;
import org.posescope.record.CameraFacts;
import org.posescope.record.FanOut;
import org.posescope.record.FrameOutput;
import org.posescope.record.ImageSequenceWriter;
import org.posescope.record.RecordingThread;
import org.posescope.record.export.PeopleLog;
import org.posescope.record.video.SoundSource;
import org.posescope.record.video.VideoFormat;
import org.posescope.record.video.VideoOutput;

/** Opens recordings and writes single pictures. Any thread but the FX thread, because files are written. */
public final class Recorder {
    private static final int QUEUE = 8;
    /** Four pictures of 2160 lines: on a slow machine each may take a second to be written, also at the end. */
    private static final long QUEUE_BYTES = 128L << 20;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);
    private static final double SECOND = 1e6;
    private static final double USUAL_FPS = 30;

    private final FramePool pool;
    private final OutputNames names;
    private final Drawn drawn;

    /**
     * What is drawn into the pictures.
     *
     * @param choice asked when a recording begins
     * @param style  asked for each frame on the recording's thread
     * @param bodies makes what poses the bodies as a camera sees them, for each recording one
     * @param lens   that bodies are drawn with until the camera of a frame is known
     * @param arcs   angles of somebody that are drawn; for any thread
     * @param names  of people
     */
    public record Drawn(Supplier<RecordingChoice> choice, Supplier<PictureStyle> style,
            Function<CameraInUse, Optional<BodyMeshes>> bodies, CameraInUse lens,
            Function<Person, List<AngleReading>> arcs, PersonNames names) {}

    /**
     * A video that is being written.
     *
     * @param output takes the frames; whoever opened it closes it
     * @param people what was seen, whether the encoder kept up or not
     */
    record Recording(SourceInfo source, Path file, RecordingThread output, PeopleLog people) {
        ResultSink tap() {
            return new ResultSink(source, new FanOut(List.of(people, output)));
        }

        RecordedSpan span() {
            return new RecordedSpan(source, people);
        }
    }

    /** @param pool stays open longer than every recording */
    public Recorder(FramePool pool, OutputNames names, Drawn drawn) {
        this.pool = pool;
        this.names = names;
        this.drawn = drawn;
    }

    /**
     * Starts a video of what plays. Frames that the encoder has no time for are left out.
     *
     * @param onFailure told once, on another thread, when the video cannot be written on
     * @throws org.posescope.error.UserException when it cannot be begun
     */
    Recording start(SourceInfo source, Consumer<RuntimeException> onFailure) {
        RecordingChoice choice = drawn.choice().get();
        Path file = named(source, choice.file().name().toLowerCase(Locale.ROOT));
        VideoFormat format = choice.format(source);
        FrameOutput video = VideoOutput.open(file, format, choice.options(), SoundSource.of(source));
        RecordingThread thread = new RecordingThread(composed(video, choice, drawn.style()),
                new RecordingThread.Settings("posescope-record", queue(source), RecordingThread.WhenFull.DROP,
                        CLOSE_TIMEOUT),
                onFailure);
        double fps = source.fps() > 0 ? source.fps() : USUAL_FPS;
        return new Recording(source, file, thread, new PeopleLog(Math.round(SECOND / fps), PeopleLog.USUAL_CAPACITY));
    }

    /** How many pictures of a source may wait. */
    static int queue(SourceInfo source) {
        long bytes = (long) source.width() * source.height() * Integer.BYTES;
        return Math.clamp(QUEUE_BYTES / Math.max(1, bytes), 2, QUEUE);
    }

    /**
     * A video that takes every frame.
     *
     * @param output whoever opened it closes it
     */
    public record Video(Path file, FrameOutput output) {}

    /**
     * Opens a video of a whole clip as recordings are, with the layers of now.
     *
     * @throws org.posescope.error.UserException when it cannot be begun
     */
    public Video video(SourceInfo source) {
        RecordingChoice choice = drawn.choice().get();
        PictureStyle style = drawn.style().get();
        Path file = named(source, choice.file().name().toLowerCase(Locale.ROOT));
        FrameOutput video = VideoOutput.open(file, choice.format(source), choice.options(), SoundSource.of(source));
        return new Video(file, composed(video, choice, () -> style));
    }

    /** Ends a video that is not whole, and removes it. */
    public void discard(Video video) {
        try {
            video.output().close();
        } finally {
            remove(video.file(), " is not whole and cannot be removed: ");
        }
    }

    /** Removes what was written of a recording without pictures, also where its end did not come in time. */
    void discard(Recording empty) {
        remove(empty.file(), " has no pictures and cannot be removed: ");
    }

    private static void remove(Path file, String why) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UserException(file + why + e.getMessage(), e);
        }
    }

    private ComposedOutput composed(FrameOutput output, RecordingChoice choice, Supplier<PictureStyle> style) {
        // Frames that are recorded are others than the one that is on the screen meanwhile.
        CameraInUse lens = drawn.lens().copy();
        return new ComposedOutput(output, pool, choice, style, () -> drawn.bodies().apply(lens), lens, drawn.arcs(),
                drawn.names());
    }

    private Path named(SourceInfo source, String extension) {
        return names.next(source.uri(), extension, LocalDateTime.now(ZoneId.systemDefault()));
    }

    /**
     * The picture that {@link #snapshot} writes.
     *
     * @param moment stays the caller's
     */
    PictureCopy copy(ShownFrame moment) {
        PictureCopy copy = new PictureCopy();
        try (FrameOutput picture = composed(copy, drawn.choice().get(), drawn.style())) {
            draw(moment, picture);
        }
        return copy;
    }

    private static void draw(ShownFrame moment, FrameOutput picture) {
        moment.camera().ifPresent(camera -> picture.camera(CameraFacts.of(camera, moment.frame())));
        picture.accept(moment.frame(), moment.people());
    }

    /**
     * Writes one picture as PNG and gives its file.
     *
     * @param moment stays the caller's
     * @throws org.posescope.error.UserException when it cannot be written
     */
    Path snapshot(ShownFrame moment) {
        Path file = named(moment.source(), "png");
        try (FrameOutput picture = composed(ImageSequenceWriter.open(file.toString()), drawn.choice().get(),
                drawn.style())) {
            draw(moment, picture);
        }
        return file;
    }
}
