package org.posescope.pipeline;

import java.util.OptionalLong;

import org.posescope.pipeline.playback.PendingFrame;

/**
 * Tells where frames begin that have nothing to do with those that the stages worked on before: after a seek, at another source or
 * models, where a source starts again, and after a longer stretch that was recalled. Used by one thread.
 */
final class Scenes {
    /** Through so long a stretch of recalled frames the stages still know people again. */
    private static final long BRIDGED_MICROS = 500_000;

    private Place last = new Place(0, 0, OptionalLong.empty(), false);
    private long epoch = -1;
    private long lastMicros;
    private long lastPosition;
    private long lastIndex;
    private boolean recalled;

    /**
     * A frame among those that the stages work on.
     *
     * @param scene          changes where frames before and after have nothing to do with each other
     * @param followedMicros time in the source since the scene began
     * @param gapMicros      presentation time since the frame before it; empty for the first of a scene
     * @param adjacent       whether no frame of the source lies between both
     */
    record Place(long scene, long followedMicros, OptionalLong gapMicros, boolean adjacent) {}

    /** Where the frame would be, should the stages work on it. */
    Place of(PendingFrame taken) {
        long gap = taken.frame().ptsMicros() - lastMicros;
        boolean apart = taken.epoch() != epoch || taken.frame().positionMicros() < lastPosition
                || (recalled && gap > BRIDGED_MICROS);
        return apart
                ? new Place(last.scene() + 1, 0, OptionalLong.empty(), false)
                : new Place(last.scene(), last.followedMicros() + gap, OptionalLong.of(gap),
                        taken.frame().index() == lastIndex + 1);
    }

    /** The stages get the frame. */
    void worked(PendingFrame taken, Place place) {
        last = place;
        epoch = taken.epoch();
        lastMicros = taken.frame().ptsMicros();
        lastPosition = taken.frame().positionMicros();
        lastIndex = taken.frame().index();
        recalled = false;
    }

    /** The stages do not get the frame. */
    void recalled() {
        recalled = true;
    }
}
