package org.posescope.app.export;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.posescope.app.banner.Notice;
import org.posescope.app.record.OutputNames;
import org.posescope.app.work.Progress;
import org.posescope.body.BodyModel;
import org.posescope.error.UserException;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.ffmpeg.ImagePattern;
import org.posescope.frame.source.Span;
import org.posescope.measure.band.NormalBands;
import org.posescope.pipeline.people.StageFactory;
import org.posescope.plan.Plan;
import org.posescope.record.Coordinates;
import org.posescope.record.OutputFile;
import org.posescope.record.export.ExportFormat;
import org.posescope.record.export.ExportSettings;
import org.posescope.record.export.ExportTarget;
import org.posescope.record.export.Exports;
import org.posescope.record.export.PeopleLog;

/** Does exports. Any thread but the FX thread. */
public final class Exporter implements ExportWork {
    private static final double SECOND = 1e6;
    private static final double USUAL_FPS = 30;

    private final ClipRun clips;
    private final OutputNames names;
    private final StageFactory stages;
    private final Optional<BodyModel> body;
    private final Supplier<NormalBands> normal;
    private Consumer<Path> folders = file -> {};

    /**
     * @param stages tells the skeletons and the body of a plan
     * @param body   whose parameters people have by plans that say none; empty when they get no body
     * @param normal tells on any thread what is normal for angles
     */
    public Exporter(ClipRun clips, OutputNames names, StageFactory stages, Optional<BodyModel> body,
            Supplier<NormalBands> normal) {
        this.clips = clips;
        this.names = names;
        this.stages = stages;
        this.body = body;
        this.normal = normal;
    }

    /** Names who shows the folder of a file, where the user asks for that. */
    public void foldersBy(Consumer<Path> shower) {
        folders = shower;
    }

    @Override
    public Notice run(ExportRequest request, DoubleConsumer progress) throws InterruptedException {
        return switch (request.subject()) {
            case Subject.Recorded recorded -> write(recorded.span().people(), request, List.of());
            case Subject.WholeClip _ -> find(request, Span.WHOLE, progress);
            case Subject.MarkedPart part -> find(request, part.span(), progress);
        };
    }

    private Notice find(ExportRequest request, Span span, DoubleConsumer progress) throws InterruptedException {
        return request.who() instanceof PersonSelection.Everybody
                ? stream(request, span, progress)
                : pick(request, span, progress);
    }

    /** Everybody is exported as they are found, so that a clip may be as long as it likes. */
    private Notice stream(ExportRequest request, Span span, DoubleConsumer progress)
            throws InterruptedException {
        ExportTarget target = target(request);
        Exports exports = open(target, request);
        List<String> warnings = List.of();
        boolean whole = false;
        try {
            Subject clip = request.subject();
            warnings = clips.motion(clip.source(), clip.plan(), span, body(clip.plan()), exports,
                    fraction(clip.source(), span, progress));
            whole = true;
        } finally {
            if (!whole) {
                exports.discard();
            }
        }
        exports.close();
        return ending(exports, target, warnings);
    }

    private static LongConsumer fraction(SourceInfo source, Span span, DoubleConsumer progress) {
        long all = span.frames(source);
        return frames -> progress.accept(all > 0 ? Math.min(1, (double) frames / all) : Progress.UNKNOWN);
    }

    /** Who is the main person is known only at the end. */
    private Notice pick(ExportRequest request, Span span, DoubleConsumer progress) throws InterruptedException {
        Subject clip = request.subject();
        SourceInfo source = clip.source();
        double fps = source.fps() > 0 ? source.fps() : USUAL_FPS;
        PeopleLog people = new PeopleLog(Math.round(SECOND / fps), PeopleLog.USUAL_CAPACITY);
        List<String> warnings = clips.motion(source, clip.plan(), span, body(clip.plan()), people,
                fraction(source, span, progress));
        if (people.full()) {
            throw new UserException("The clip is too long to pick one person out of it: export everybody.");
        }
        return write(people, request, warnings);
    }

    private Notice write(PeopleLog people, ExportRequest request, List<String> warnings) {
        OptionalInt only = switch (request.who()) {
            case PersonSelection.Everybody _ -> OptionalInt.empty();
            case PersonSelection.MainPerson _ -> OptionalInt.of(people.mainPerson()
                    .orElseThrow(() -> new UserException("Nobody was seen, so there is no motion to export.")));
            case PersonSelection.Person person -> OptionalInt.of(person.id());
        };
        ExportTarget target = target(request);
        Exports exports = open(target, request);
        try (exports) {
            people.replay(exports, only);
        }
        return ending(exports, target, people.full()
                ? List.of("what was recorded after the first " + people.frames() + " frames did not fit into memory")
                : warnings);
    }

    private Exports open(ExportTarget target, ExportRequest request) {
        Plan plan = request.subject().plan();
        return Exports.open(List.of(target), request.subject().source(),
                new ExportSettings(plan.networks().preset(), stages.skeletons(plan),
                        body(plan), true, request.unit(),
                        Coordinates.CAMERA, clips.names(request.subject().source()), normal.get()));
    }

    private Optional<BodyModel> body(Plan plan) {
        return stages.body(plan).or(() -> body);
    }

    private ExportTarget target(ExportRequest request) {
        ExportFormat format = request.format();
        String ending = format == ExportFormat.OPENPOSE ? format.name().toLowerCase(Locale.ROOT) : format.ending();
        String source = request.subject().source().uri();
        Path path = request.path()
                .orElseGet(() -> names.next(source, ending, LocalDateTime.now(ZoneId.systemDefault())));
        if (!source.contains("://") && ImagePattern.of(source).isEmpty()) {
            OutputFile.requireOther(path, Path.of(source));
        }
        return new ExportTarget(format, path);
    }

    private Notice ending(Exports exports, ExportTarget target, List<String> warnings) {
        if (exports.warning().isPresent()) {
            return Notice.warning(with(warnings, "Nobody was seen, so no motion was exported"));
        }
        List<Path> written = exports.written().isEmpty() ? List.of(target.path()) : exports.written();
        String text = with(warnings, "Exported the motion to "
                + written.stream().map(Path::toString).collect(Collectors.joining(", ")));
        return (warnings.isEmpty() ? Notice.info(text + ".") : Notice.warning(text))
                .with(new Notice.Answer("Show in folder", () -> folders.accept(written.getFirst())));
    }

    private static String with(List<String> warnings, String text) {
        return Stream.concat(Stream.of(text), warnings.stream()).collect(Collectors.joining("; "));
    }
}
