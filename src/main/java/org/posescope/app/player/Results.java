package org.posescope.app.player;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;

import org.posescope.frame.Frame;
import org.posescope.frame.StepListener;
import org.posescope.pipeline.EngineListener;
import org.posescope.pipeline.FrameResult;
import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Outcome;

/** Puts each result where the window takes it, and hands it to a recording that is under way. */
final class Results implements EngineListener {
    private final NewestSlot newest;
    private final AtomicReference<Optional<ResultSink>> tap;
    private final LongConsumer shown;
    private final PlayerListener listener;

    /**
     * @param tap   holds nothing while nothing is recorded
     * @param shown told where in the source each result is, microseconds
     */
    Results(NewestSlot newest, AtomicReference<Optional<ResultSink>> tap, LongConsumer shown,
            PlayerListener listener) {
        this.newest = newest;
        this.tap = tap;
        this.shown = shown;
        this.listener = listener;
    }

    @Override
    public void ended(FrameResult result, StepListener steps) {
        if (result.outcome() == Outcome.STALE) {
            return;
        }
        Frame frame = result.frame();
        shown.accept(frame.positionMicros());
        newest.put(new ShownFrame(frame.retain(), result.people(), result.source(), frame.positionMicros(),
                result.camera()));
        tap.get().filter(recording -> recording.source().equals(result.source()))
                .ifPresent(recording -> recording.output().accept(frame, result.people()));
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
