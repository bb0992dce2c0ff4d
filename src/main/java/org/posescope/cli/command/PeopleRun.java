package org.posescope.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.posescope.cli.console.ProgressUnit;
import org.posescope.cli.console.TerminalProgress;
import org.posescope.cli.option.InputOptions;
import org.posescope.error.UserException;
import org.posescope.eval.people.ClipCollector;
import org.posescope.eval.people.ClipFinding;
import org.posescope.eval.people.CountedClip;
import org.posescope.eval.people.CountedPicture;
import org.posescope.eval.people.EvenFrames;
import org.posescope.eval.people.MediaFolder;
import org.posescope.eval.people.PictureCollector;
import org.posescope.eval.people.PictureFinding;
import org.posescope.eval.sheet.AnnotatedFrames;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.ffmpeg.ImageSource;
import org.posescope.frame.ffmpeg.VideoSource;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.Engine.EngineOptions;
import org.posescope.pipeline.EngineListener;
import org.posescope.pipeline.EngineRun;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.Networks;
import org.posescope.pipeline.playback.Playback;
import org.posescope.plan.Plan;

/** Lets the networks of a plan find people in pictures and clips in which people were counted. */
final class PeopleRun {
    private static final int DRAWN_FRAMES = 6;

    private final Plan plan;
    private final Networks networks;
    private final Mode mode;
    private final Optional<AnnotatedFrames> drawn;
    private final List<String> failures = new ArrayList<>();

    /** @param drawn takes each picture and some frames of each clip */
    PeopleRun(Plan plan, Networks networks, Mode mode, Optional<AnnotatedFrames> drawn) {
        this.plan = plan;
        this.networks = networks;
        this.mode = mode;
        this.drawn = drawn;
    }

    /** @throws UserException when no picture can be read, or the run breaks off */
    List<PictureFinding> pictures(List<CountedPicture> pictures, Path table) throws InterruptedException {
        MediaFolder folder = new MediaFolder(table, "pictures");
        List<Path> files = pictures.stream().map(picture -> folder.resolve(picture.file())).toList();
        try (FramePool pool = new FramePool();
                TerminalProgress progress = TerminalProgress.onConsole();
                FrameSource source = ImageSource.ofFiles(table.toAbsolutePath().getParent().toString(), files, pool)) {
            PictureCollector collector = new PictureCollector(pictures, drawn,
                    done -> progress.counted("Pictures", done, pictures.size(), ProgressUnit.FRAMES));
            run(source, collector);
            failures.addAll(source.warnings());
            failures.addAll(collector.failures());
            return collector.findings();
        }
    }

    /** Goes on at the next clip where one cannot be read or breaks off. */
    List<ClipFinding> clips(List<CountedClip> clips, Path table) throws InterruptedException {
        MediaFolder folder = new MediaFolder(table, "clips");
        List<ClipFinding> findings = new ArrayList<>();
        for (CountedClip clip : clips) {
            try {
                findings.add(clip(clip, folder.resolve(clip.file())));
            } catch (UserException e) {
                failures.add(e.getMessage());
            }
        }
        return findings;
    }

    private ClipFinding clip(CountedClip clip, Path file) throws InterruptedException {
        try (FramePool pool = new FramePool();
                TerminalProgress progress = TerminalProgress.onConsole();
                FrameSource source = VideoSource.open(file, InputOptions.decoding().decoderThreads(), pool)) {
            long frames = source.info().frameCount();
            ClipCollector collector = new ClipCollector(clip, new EvenFrames(DRAWN_FRAMES, frames), drawn,
                    done -> progress.counted(clip.file(), Math.min(done, frames < 0 ? done : frames), frames,
                            ProgressUnit.FRAMES));
            run(source, collector);
            failures.addAll(source.warnings());
            collector.failure().ifPresent(failures::add);
            return collector.finding().orElseThrow(() -> new UserException("no frame of " + file + " was looked at"));
        }
    }

    private void run(FrameSource source, EngineListener listener) throws InterruptedException {
        Engine engine = new Engine(EngineOptions.of(Policy.EXACT, mode, plan.machine().framesInFlight()),
                networks.stages(plan, Optional.empty(), mode), new Playback(source, false, false), listener);
        EngineRun.whole(engine, cause -> new UserException(
                source.info().uri() + " was not looked at to its end: " + cause.getMessage(), cause));
    }

    /** What could not be looked at so far, one sentence each. */
    List<String> failures() {
        return List.copyOf(failures);
    }
}
