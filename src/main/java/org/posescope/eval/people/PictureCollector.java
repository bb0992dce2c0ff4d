package org.posescope.eval.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;

import org.posescope.eval.sheet.AnnotatedFrames;
import org.posescope.frame.StepListener;
import org.posescope.frame.ffmpeg.ImageSource;
import org.posescope.pipeline.EngineListener;
import org.posescope.pipeline.EngineListener.FrameResult;
import org.posescope.pipeline.metrics.Outcome;

/** Takes the people that a run over counted pictures finds. To be asked for them when the run has ended. */
public final class PictureCollector implements EngineListener {
    private final List<CountedPicture> pictures;
    private final Optional<AnnotatedFrames> drawn;
    private final LongConsumer progress;
    private final List<PictureFinding> findings = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    /**
     * @param pictures in the order of the run's {@link ImageSource}
     * @param drawn    takes each picture with its people
     * @param progress is told how many pictures are done, on the run's delivery thread
     */
    public PictureCollector(List<CountedPicture> pictures, Optional<AnnotatedFrames> drawn, LongConsumer progress) {
        this.pictures = List.copyOf(pictures);
        this.drawn = drawn;
        this.progress = progress;
    }

    @Override
    public void ended(FrameResult result, StepListener steps) {
        CountedPicture picture = pictures
                .get(Math.toIntExact(result.frame().ptsMicros() / ImageSource.MICROS_PER_IMAGE));
        if (result.outcome() == Outcome.RESULT) {
            findings.add(new PictureFinding(picture, result.people().stream().map(SeenPerson::of).toList()));
            drawn.ifPresent(each -> each.add(result.frame(), result.people(), picture.file(),
                    String.format(Locale.ROOT, "%s: expected %d, found %d", picture.kind(), picture.expected(),
                            result.people().size())));
        } else {
            failures.add("no people were looked for in " + picture.file() + ": "
                    + result.cause().map(Throwable::getMessage).orElse(result.outcome().toString()));
        }
        progress.accept(findings.size() + failures.size());
    }

    /** In the order of the pictures; those that could not be looked at are left out. */
    public List<PictureFinding> findings() {
        return List.copyOf(findings);
    }

    /** Why pictures could not be looked at, one sentence each. */
    public List<String> failures() {
        return List.copyOf(failures);
    }
}
