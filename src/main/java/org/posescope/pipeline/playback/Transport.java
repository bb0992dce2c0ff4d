package org.posescope.pipeline.playback;

import java.util.OptionalLong;

/**
 * What was asked of a playback: whether it runs, where and how fast. Knows no source and no clock; used under the lock of its
 * {@link Playback}.
 */
final class Transport {
    private static final double SLOWEST = 0.25;
    private static final double FASTEST = 4;

    private final Pace pace = new Pace();
    private OptionalLong seekMicros = OptionalLong.empty();
    private boolean paused;
    private int steps;
    private boolean preview;
    private boolean atEnd;

    boolean paused() {
        return paused;
    }

    void pause() {
        paused = true;
        steps = 0;
    }

    void resume() {
        paused = false;
        pace.forget();
    }

    void step() {
        if (paused && !atEnd) {
            steps++;
        }
    }

    /** @throws IllegalArgumentException when it is too slow or too fast */
    void speed(double speed, long nowNanos) {
        if (!(speed >= SLOWEST && speed <= FASTEST)) {
            throw new IllegalArgumentException("a speed of " + speed + " is not between 0.25 and 4");
        }
        pace.speed(speed, nowNanos);
    }

    void seek(long ptsMicros) {
        restart();
        seekMicros = OptionalLong.of(ptsMicros);
    }

    /** Another source plays from its start; one frame of it is shown even when paused, as after a seek. */
    void restart() {
        seekMicros = OptionalLong.empty();
        preview = true;
        steps = 0;
        atEnd = false;
        pace.forget();
    }

    boolean seekAsked() {
        return seekMicros.isPresent();
    }

    /** Where to go first, if anywhere; asked for once. */
    OptionalLong takeSeek() {
        OptionalLong taken = seekMicros;
        seekMicros = OptionalLong.empty();
        return taken;
    }

    /** The source has no more frames until a seek or another source. */
    void ended() {
        atEnd = true;
    }

    /** Whether the source is to be read; a live one is read during a pause too, so that nothing old waits in it afterwards. */
    boolean reads(boolean live) {
        return !atEnd && (live || gives());
    }

    /** Whether a frame may be given now, if it is due. */
    boolean gives() {
        return !paused || preview || steps > 0;
    }

    /** Nanoseconds until a frame of a file with this presentation time is due. */
    long waitFor(long ptsMicros, long nowNanos) {
        return paused ? 0 : pace.waitFor(ptsMicros, nowNanos);
    }

    /** A frame was given. */
    void given() {
        if (preview) {
            preview = false;
        } else if (paused) {
            steps--;
        }
    }
}
