package org.posescope.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.posescope.cli.option.OutputOptions;
import org.posescope.draw.view.Composer;
import org.posescope.error.Cleanup;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.pose.Person;
import org.posescope.record.CameraFacts;
import org.posescope.record.FanOut;
import org.posescope.record.FrameOutput;
import org.posescope.record.MissingPictures;
import org.posescope.record.MotionJsonWriter;
import org.posescope.record.OutputFile;
import org.posescope.record.RecordedSound;
import org.posescope.record.RecordingThread;
import org.posescope.record.export.ExportSettings;
import org.posescope.record.export.ExportTarget;
import org.posescope.record.export.Exports;
import org.posescope.record.live.LiveFacts;
import org.posescope.record.live.LiveOutput;
import org.posescope.record.live.SendTarget;
import org.posescope.record.video.PictureOutputs;
import org.posescope.record.video.SoundSource;
import org.posescope.record.video.VideoFormat;
import org.posescope.report.RunDescription;

/**
 * The files that a run writes: opened when the run is sure to start, filled by the delivery thread, and taken away again when
 * it gave nothing. Pictures are encoded on a thread of their own.
 */
final class Outputs implements AutoCloseable {
    private static final int QUEUE = 4;
    /** Whoever does not want to wait so long for a slow disk presses Ctrl-C. */
    private static final Duration CLOSE_TIMEOUT = Duration.ofMinutes(10);

    private final OutputOptions options;
    private final SourceInfo source;
    private final List<RecordingThread> pictures = new ArrayList<>();
    private FanOut data = new FanOut(List.of());
    private final List<ExportTarget> targets;
    private Optional<Exports> exports = Optional.empty();
    private final List<SendTarget> sendTargets;
    private final List<LiveOutput> senders = new ArrayList<>();
    private final List<Path> created = new ArrayList<>();
    private final MissingPictures missing;

    /**
     * @param frames where they come from; stays the caller's
     * @throws UserException when an export is of no known format
     */
    Outputs(OutputOptions options, FrameSource frames) {
        this.options = options;
        this.source = frames.info();
        this.missing = new MissingPictures(frames, file -> data.missing(file));
        this.targets = options.exports();
        this.sendTargets = options.sends();
    }

    /**
     * Refuses what {@link #open} would, as far as it can be known, and touches nothing.
     *
     * @throws UserException when one cannot be written, or needs what the run does not give
     */
    void check(ExportSettings settings) {
        options.files().require(Optional.empty());
        options.pictures().forEach(name -> PictureOutputs.check(name, pictures(), options.video()));
        Exports.check(targets, source, settings);
    }

    /**
     * Opens all of them. What others may have taken meanwhile comes first, then what is complete only at the end; files that are emptied
     * come last.
     *
     * @param settings of the exports; their skeletons and preset are those of the JSON too
     * @throws UserException when one cannot be written; none is left behind then
     */
    void open(ExportSettings settings) {
        try {
            options.files().require(Optional.empty());
            for (SendTarget target : sendTargets) {
                senders.add(LiveOutput.open(target, new LiveFacts(source, settings.preset(), settings.skeletons(),
                        settings.body(), settings.coordinates())));
            }
            options.files().files().stream().filter(file -> !Files.exists(file)).forEach(created::add);
            List<FrameOutput> opened = new ArrayList<>();
            if (!targets.isEmpty()) {
                exports = Optional.of(Exports.open(targets, source, settings));
                opened.add(exports.get());
                data = new FanOut(opened);
            }
            for (String name : options.pictures()) {
                FrameOutput encoder = PictureOutputs.open(name, pictures(), options.video(), SoundSource.of(source));
                pictures.add(new RecordingThread(encoder, settings(), reason -> {}));
            }
            options.json().ifPresent(name -> {
                opened.add(MotionJsonWriter.open(name, source, settings.preset(), settings.skeletons(),
                        settings.coordinates()));
                data = new FanOut(opened);
            });
        } catch (UserException e) {
            finish(0);
            throw e;
        }
    }

    private VideoFormat pictures() {
        return options.size()
                .map(size -> new VideoFormat(size.width(), size.height(), source.fps()))
                .orElseGet(() -> {
                    int lines = options.lines(source);
                    return new VideoFormat(
                            options.view().width(Composer.width(source.width(), source.height(), lines)), lines,
                            source.fps());
                });
    }

    private RecordingThread.Settings settings() {
        RecordingThread.WhenFull whenFull = source.kind().live()
                ? RecordingThread.WhenFull.DROP
                : RecordingThread.WhenFull.BLOCK;
        return new RecordingThread.Settings("posescope-record", QUEUE, whenFull, CLOSE_TIMEOUT);
    }

    /**
     * Takes a result. What fails costs the others nothing; it is told at the end.
     *
     * @param picture drawn already
     * @throws RuntimeException when all outputs have failed
     */
    void accept(Frame picture, Frame frame, List<Person> people) {
        pictures.forEach(each -> each.accept(picture, people));
        senders.forEach(each -> each.accept(frame, people));
        boolean picturesLost = pictures.stream().allMatch(each -> each.failure().isPresent());
        if (data.isEmpty()) {
            if (picturesLost) {
                pictures.forEach(Outputs::throwFailure);
            }
            return;
        }
        try {
            missing.before(frame);
            data.accept(frame, people);
        } catch (RuntimeException e) {
            if (picturesLost) {
                throw e;
            }
        }
    }

    /** Takes what is known of the camera of the next result. */
    void camera(CameraFacts facts) {
        data.camera(facts);
        senders.forEach(each -> each.camera(facts));
    }

    private static void throwFailure(RecordingThread recording) {
        recording.failure().ifPresent(reason -> {
            throw reason;
        });
    }

    /** How the finished files of pictures were written. */
    Optional<RunDescription.Recording> recording() {
        return pictures.isEmpty()
                ? Optional.empty()
                : Optional.of(new RunDescription.Recording(
                        pictures.stream().map(FrameOutput::format).collect(Collectors.joining(", ")),
                        sounds().map(RecordedSound::summary).reduce((first, second) -> first + ", " + second),
                        overflow()));
    }

    /** What became of the source's sound, each ending told once. */
    private Stream<RecordedSound> sounds() {
        return pictures.stream().flatMap(each -> each.sound().stream()).distinct();
    }

    private long overflow() {
        return pictures.stream().mapToLong(RecordingThread::overflow).sum();
    }

    /** What the user should know of the finished files. */
    List<String> warnings() {
        Stream<String> missing = overflow() == 0
                ? Stream.empty()
                : Stream.of(overflow() + " pictures are missing in the recording because its encoder did not keep up");
        Stream<String> sound = source.kind() == SourceInfo.Kind.VIDEO
                ? sounds().flatMap(each -> each.notes().stream())
                : Stream.empty();
        return Stream.of(missing, sound,
                exports.flatMap(Exports::warning).stream(), senders.stream().flatMap(each -> each.warning().stream()))
                .flatMap(Function.identity()).toList();
    }

    /**
     * Finishes the files; those of a run that gave no frame are taken away.
     *
     * @throws RuntimeException when one could not be finished
     */
    void finish(long frames) {
        Cleanup.all(() -> {
            if (frames > 0) {
                missing.rest();
            }
        }, this::close, () -> {
            if (frames == 0) {
                created.forEach(Outputs::remove);
            }
        }, () -> Cleanup.each(pictures, Outputs::throwFailure));
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UserException("the empty file " + file + " cannot be removed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        Cleanup.all(() -> pictures.forEach(RecordingThread::close), data::close,
                () -> Cleanup.each(senders, LiveOutput::close));
    }
}
