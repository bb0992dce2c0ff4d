package org.posescope.app.player;

import java.util.Optional;

import org.posescope.frame.source.Span;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.plan.Plan;

/** What a player can be told. Every command may come from any thread and waits for nothing. */
public interface PlayerCommands {
    /** Plays another source from its start; when it cannot be opened, the one before goes on. */
    void open(String input);

    /** As {@link #open}: the pictures of a folder as a video with so many frames a second. */
    void openPictures(String input, double fps);

    /** Opens again what was opened last, if anything was. */
    void reopen();

    /**
     * Goes over to other models or settings while playing; when that fails, the ones before stay in effect. A picture that stays on the
     * screen, as while paused, is looked at again.
     */
    void choose(Plan choice);

    /** A picture that stays on the screen is given again, because what is known of it has changed. */
    void lookAgain();

    void pause();

    void resume();

    /** Shows the next frame of a paused source, also where a round of what is repeated ends. */
    void step();

    /** Goes on at a place of the source; without effect on one that is not seekable. */
    void seek(long positionMicros);

    /** Goes on at the last frame before a place of the source, whatever the times of its frames are; otherwise as {@link #seek}. */
    void seekBefore(long positionMicros);

    /** Whether what comes to the screen is still on the way to the place that was sought last; for a short time at most. */
    boolean seeking();

    /** Called whenever the screen is drawn: goes on with what waits for its time. */
    void pulse();

    /** @param factor 0.25..4 of the source's own pace */
    void speed(double factor);

    /** Whether the source, or the span of it, starts again at its end. */
    void repeat(boolean wanted);

    /** What of the source is repeated. */
    void span(Span wanted);

    void mode(Mode mode);

    /** Hands each result of a source to an output, too, on the delivery thread; empty ends that. */
    void tap(Optional<ResultSink> tap);
}
