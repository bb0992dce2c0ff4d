package org.posescope.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.posescope.cli.console.ProgressUnit;
import org.posescope.cli.console.TerminalProgress;
import org.posescope.error.UserException;
import org.posescope.eval.people.ClipCount;
import org.posescope.eval.people.CountedFile;
import org.posescope.eval.people.PictureCount;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceOptions;
import org.posescope.frame.ffmpeg.ImageSource;
import org.posescope.frame.source.Sources;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.EngineListener;
import org.posescope.pipeline.EngineOptions;
import org.posescope.pipeline.EngineRun;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.metrics.Outcome;
import org.posescope.pipeline.people.Networks;
import org.posescope.pipeline.playback.Playback;
import org.posescope.plan.Plan;
import org.posescope.pose.Person;

/** Lets the networks of a plan find people in counted pictures and clips. */
final class PeopleRun {
    private final Plan plan;
    private final Networks networks;
    private final FramePool pool;
    private final TerminalProgress progress;
    private final List<String> failures = new ArrayList<>();

    PeopleRun(Plan plan, Networks networks, FramePool pool, TerminalProgress progress) {
        this.plan = plan;
        this.networks = networks;
        this.pool = pool;
        this.progress = progress;
    }

    /** Why pictures or clips could not be looked at so far, one sentence each. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Those that could be looked at. */
    List<PictureCount> pictures(List<CountedFile> files) throws InterruptedException {
        List<PictureCount> counts = new ArrayList<>();
        List<Path> paths = files.stream().map(CountedFile::path).toList();
        try (FrameSource source = ImageSource.ofFiles(paths.getFirst().getParent(), paths, pool)) {
            run(source, (result, _) -> {
                CountedFile file = files
                        .get(Math.toIntExact(result.frame().ptsMicros() / ImageSource.MICROS_PER_IMAGE));
                if (result.outcome() == Outcome.RESULT) {
                    counts.add(new PictureCount(file.name(), file.kind(), (int) Math.round(file.people()),
                            result.people().stream().map(Person::score).toList()));
                } else {
                    failures.add(file.name() + ": "
                            + result.cause().map(Throwable::getMessage).orElse(result.outcome().toString()));
                }
                progress.counted("Pictures", counts.size(), files.size(), ProgressUnit.FRAMES);
            });
            failures.addAll(source.warnings());
        }
        return counts;
    }

    /** Those that could be read to their end. */
    List<ClipCount> clips(List<CountedFile> files) throws InterruptedException {
        List<ClipCount> counts = new ArrayList<>();
        for (CountedFile file : files) {
            try {
                clip(file).ifPresent(counts::add);
            } catch (UserException e) {
                failures.add(e.getMessage());
            }
            progress.counted("Clips", counts.size(), files.size(), ProgressUnit.FRAMES);
        }
        return counts;
    }

    private Optional<ClipCount> clip(CountedFile file) throws InterruptedException {
        List<Integer> people = new ArrayList<>();
        Set<Integer> ids = new HashSet<>();
        try (FrameSource source = Sources.open(file.path().toString(), SourceOptions.DEFAULT, pool)) {
            run(source, (result, _) -> {
                if (result.outcome() == Outcome.RESULT) {
                    people.add(result.people().size());
                    result.people().forEach(person -> ids.add(person.id()));
                }
            });
            failures.addAll(source.warnings());
        }
        if (people.isEmpty()) {
            failures.add(file.name() + ": no frame of it could be looked at");
            return Optional.empty();
        }
        IntStream counts = people.stream().mapToInt(Integer::intValue);
        return Optional.of(new ClipCount(file.name(), file.people(), people.size(), counts.average().orElseThrow(),
                ids.size(), (int) people.stream().filter(count -> count == 0).count()));
    }

    private void run(FrameSource source, EngineListener listener) throws InterruptedException {
        Engine engine = new Engine(EngineOptions.of(Policy.EXACT, Mode.ASYNC, plan.machine().framesInFlight()),
                networks.stages(plan, Optional.empty(), Mode.ASYNC), new Playback(source, false, false), listener);
        EngineRun.whole(engine, cause -> new UserException(
                source.info().uri() + ": the evaluation broke off: " + cause.getMessage(), cause));
    }
}
