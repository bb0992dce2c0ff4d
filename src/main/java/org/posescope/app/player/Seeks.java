package org.posescope.app.player;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

import org.posescope.pipeline.playback.Playback;

/**
 * Goes from place to place of what plays. While the picture of one place is on its way it is waited for a moment; of the places that are
 * asked for meanwhile only the last counts. So pictures come while a slider is dragged, however fast. Thread-safe.
 */
final class Seeks {
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    private final Playback playback;
    private long place;
    private OptionalLong following = OptionalLong.empty();
    /** Whether a picture is on its way, since when, and from which epoch on it would be. */
    private boolean waiting;
    private long sinceNanos;
    private long epoch;
    /** When something came to the screen, or was asked for. */
    private long changedNanos = System.nanoTime();

    /** @param playback stays the caller's */
    Seeks(Playback playback) {
        this.playback = playback;
    }

    /** Goes to a place, microseconds, or will soon. */
    synchronized void ask(long positionMicros) {
        if (impatient()) {
            go(positionMicros);
        } else {
            following = OptionalLong.of(positionMicros);
        }
        changedNanos = System.nanoTime();
    }

    private boolean impatient() {
        return !waiting || System.nanoTime() - sinceNanos > PATIENCE_NANOS;
    }

    private void go(long positionMicros) {
        following = OptionalLong.empty();
        place = positionMicros;
        if (playback.info().seekable()) {
            playback.seek(positionMicros);
            epoch = playback.epoch();
            sinceNanos = System.nanoTime();
            waiting = true;
        }
    }

    /** Gives the picture at the place again. */
    synchronized void again() {
        go(place());
        changedNanos = System.nanoTime();
    }

    /** A picture that is to be shown has come. */
    synchronized void shown(long ofEpoch, long positionMicros) {
        changedNanos = System.nanoTime();
        if (ofEpoch >= epoch) {
            place = positionMicros;
            waiting = false;
            following.ifPresent(this::go);
        }
    }

    /** No picture will come. */
    synchronized void ended() {
        waiting = false;
        following.ifPresent(this::go);
    }

    /** Goes on where a picture was waited for long enough. */
    synchronized void pulse() {
        if (following.isPresent() && impatient()) {
            go(following.getAsLong());
        }
    }

    /** Whether the picture of the place that was asked for last has not come yet, for a short time. */
    synchronized boolean seeking() {
        return following.isPresent() || (waiting && !impatient());
    }

    /** Whether nothing has changed for so long. */
    synchronized boolean calm(long nanos) {
        return !waiting && following.isEmpty() && System.nanoTime() - changedNanos > nanos;
    }

    /** Goes over to another source, which is at its start. */
    synchronized void restart(Runnable change) {
        waiting = false;
        following = OptionalLong.empty();
        place = 0;
        change.run();
        epoch = playback.epoch();
    }

    /** Where the picture is that came last or is on its way, microseconds. */
    synchronized long place() {
        return following.orElse(place);
    }
}
