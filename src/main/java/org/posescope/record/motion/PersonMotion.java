package org.posescope.record.motion;

import java.util.NavigableSet;

import org.posescope.body.floor.FloorFit;

/** How one body moved, sampled from what was seen of it whenever a frame is asked for. */
public final class PersonMotion {
    private static final double MICROS = 1e6;

    private final int id;
    private final MotionTrack track;
    private final long startMicros;
    private final double fps;
    private final float[] betas;
    private final NavigableSet<Long> left;
    private final NavigableSet<Long> right;

    /**
     * @param left  when the left foot was found to stand still
     * @param right likewise
     */
    PersonMotion(int id, MotionTrack track, long startMicros, double fps, NavigableSet<Long> left,
            NavigableSet<Long> right) {
        this.id = id;
        this.track = track;
        this.startMicros = startMicros;
        this.fps = fps;
        this.betas = track.medianBetas();
        this.left = left;
        this.right = right;
    }

    /** MotionTrack identity, from 1. */
    public int id() {
        return id;
    }

    /** 10 shape components that hold for the whole motion. A copy. */
    public float[] betas() {
        return betas.clone();
    }

    /** The frame in which the body was seen first. */
    public int firstFrame() {
        return nearestFrame(track.firstMicros(), startMicros, fps);
    }

    /** The frame in which the body was seen last. */
    public int lastFrame() {
        return nearestFrame(track.lastMicros(), startMicros, fps);
    }

    /** The pose in a frame; that of the nearest end outside {@link #firstFrame} to {@link #lastFrame}. */
    public MotionFrame at(int frame) {
        return track.at(micros(frame));
    }

    /** Whether the pose in a frame comes from what was seen; false where it is held because the person was out of sight. */
    public boolean observed(int frame) {
        long clamped = Math.clamp(micros(frame), track.firstMicros(), track.lastMicros());
        return frame >= firstFrame() && frame <= lastFrame() && track.observed(clamped);
    }

    /** Whether a foot stands still in a frame, as far as the picture shows it; never where no floor is known. */
    public boolean stands(int frame, boolean ofLeft) {
        long micros = micros(frame);
        Long noticed = (ofLeft ? left : right).ceiling(micros);
        return noticed != null && noticed - micros <= FloorFit.STILL_MICROS;
    }

    private long micros(int frame) {
        return startMicros + Math.round(frame * MICROS / fps);
    }

    static int nearestFrame(long micros, long startMicros, double fps) {
        return Math.toIntExact(Math.round((micros - startMicros) * fps / MICROS));
    }
}
