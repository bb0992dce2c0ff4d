package org.posescope.eval.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

import org.posescope.eval.sheet.AnnotatedFrames;
import org.posescope.frame.Frame;
import org.posescope.frame.StepListener;
import org.posescope.pipeline.EngineListener;
import org.posescope.pipeline.EngineListener.FrameResult;
import org.posescope.pipeline.metrics.Outcome;
import org.posescope.pose.Person;

/** Takes the people that a run over a counted clip finds. To be asked for them when the run has ended. */
public final class ClipCollector implements EngineListener {
    private final CountedClip clip;
    private final EvenFrames shown;
    private final Optional<AnnotatedFrames> drawn;
    private final LongConsumer progress;
    private final List<Integer> found = new ArrayList<>();
    private final Map<Integer, IdSpan> ids = new LinkedHashMap<>();
    private long failed;
    private String firstFailure = "";

    /**
     * @param shown    frames that are drawn
     * @param drawn    takes them with their people
     * @param progress is told how many frames are done, on the run's delivery thread
     */
    public ClipCollector(CountedClip clip, EvenFrames shown, Optional<AnnotatedFrames> drawn, LongConsumer progress) {
        this.clip = clip;
        this.shown = shown;
        this.drawn = drawn;
        this.progress = progress;
    }

    @Override
    public void ended(FrameResult result, StepListener steps) {
        if (result.outcome() == Outcome.RESULT) {
            take(result.frame(), result.people());
        } else if (failed++ == 0) {
            firstFailure = result.cause().map(Throwable::getMessage).orElse(result.outcome().toString());
        }
        progress.accept(found.size() + failed);
    }

    private void take(Frame frame, List<Person> people) {
        found.add(people.size());
        for (Person person : people) {
            ids.merge(person.id(), IdSpan.starting(person, frame.index()), IdSpan::and);
        }
        if (drawn.isPresent() && shown.holds(frame.index())) {
            drawn.get().add(frame, people, String.format(Locale.ROOT, "%s-%05d", clip.file(), frame.index()),
                    String.format(Locale.ROOT, "expected %s, found %d", Double.toString(clip.people()), people.size()));
        }
    }

    /** Empty when no frame could be looked at. */
    public Optional<ClipFinding> finding() {
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new ClipFinding(clip, found, List.copyOf(ids.values())));
    }

    /** Why frames could not be looked at, one sentence, if any could not. */
    public Optional<String> failure() {
        return failed == 0
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT,
                        "no people were looked for in %d frames of %s; the first because %s", failed,
                        clip.file(), firstFailure));
    }
}
