package org.posescope.app.player;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.posescope.frame.Frame;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.StepListener;
import org.posescope.pipeline.EngineListener;
import org.posescope.pipeline.EngineListener.FrameResult;
import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Outcome;
import org.posescope.pose.Person;
import org.posescope.record.CameraFacts;

/** Puts each result where the window takes it, and hands it to a recording that is under way. */
final class Results implements EngineListener {
    private final NewestSlot newest;
    private final AtomicReference<Optional<ResultSink>> tap;
    private final Edits edits;
    private final Shown shown;
    private final PlayerListener listener;

    /** Gives the people of a frame as they are to be shown. */
    @FunctionalInterface
    interface Edits {
        List<Person> of(SourceInfo source, long positionMicros, List<Person> people);
    }

    /** Hears of each result that is to be shown. */
    @FunctionalInterface
    interface Shown {
        void at(long epoch, long positionMicros);
    }

    /**
     * @param tap   holds nothing while nothing is recorded
     * @param edits makes of people what the user wants
     * @param shown told where in the source each result is
     */
    Results(NewestSlot newest, AtomicReference<Optional<ResultSink>> tap, Edits edits, Shown shown,
            PlayerListener listener) {
        this.newest = newest;
        this.tap = tap;
        this.edits = edits;
        this.shown = shown;
        this.listener = listener;
    }

    @Override
    public void ended(FrameResult result, StepListener steps) {
        if (result.outcome() == Outcome.STALE) {
            return;
        }
        Frame frame = result.frame();
        List<Person> people = edits.of(result.source(), frame.positionMicros(), result.people());
        newest.put(new ShownFrame(frame.retain(), people, result.source(), result.epoch(),
                frame.positionMicros(), result.leftOut(), result.camera()));
        shown.at(result.epoch(), frame.positionMicros());
        tap.get().filter(recording -> recording.source().equals(result.source()))
                .map(ResultSink::output).ifPresent(output -> {
                    result.camera().ifPresent(camera -> output.camera(CameraFacts.of(camera, frame)));
                    output.accept(frame, people);
                });
    }

    @Override
    public void measured(MetricsSnapshot snapshot) {
        listener.measured(snapshot);
    }

    @Override
    public void warned(String message) {
        listener.warned(message);
    }
}
