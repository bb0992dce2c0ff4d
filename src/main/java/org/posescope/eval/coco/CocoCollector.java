package org.posescope.eval.coco;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.StepListener;
import org.posescope.pipeline.EngineListener;
import org.posescope.pipeline.EngineListener.FrameResult;
import org.posescope.pipeline.metrics.Outcome;

/**
 * Takes the people that a run over annotated pictures finds, however it finds them. To be asked for them when the run has ended.
 */
public final class CocoCollector implements EngineListener {
    private final CocoFolder folder;
    private final LongConsumer progress;
    private final List<FoundPerson> found = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private long pictures;

    /** @param progress is told how many pictures are done, on the run's delivery thread */
    public CocoCollector(CocoFolder folder, LongConsumer progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** @throws UserException when the picture is not the one that was annotated, which ends the run */
    @Override
    public void ended(FrameResult result, StepListener steps) {
        CocoPicture picture = folder.pictureOf(result.frame());
        requireSize(picture, result.frame());
        if (result.outcome() == Outcome.RESULT) {
            result.people().forEach(person -> found.add(CocoPeople.of(picture.id(), person)));
        } else {
            failures.add("no people were looked for in " + picture.file() + ": "
                    + result.cause().map(Throwable::getMessage).orElse(result.outcome().toString()));
        }
        pictures++;
        progress.accept(pictures);
    }

    private static void requireSize(CocoPicture picture, Frame frame) {
        if (!picture.isOfSize(frame.width(), frame.height())) {
            throw new UserException(
                    String.format(Locale.ROOT,
                            "%s is %d x %d pixels, but a picture of %d x %d was annotated; use the pictures that the",
                            picture.file(), frame.width(), frame.height(), picture.width(), picture.height())
                            + " annotations belong to");
        }
    }

    /** Everybody, in the order of the pictures. */
    public List<FoundPerson> found() {
        return List.copyOf(found);
    }

    /** Why pictures could not be looked at, one sentence each. */
    public List<String> failures() {
        return List.copyOf(failures);
    }
}
