package org.posescope.body.hand;

import java.util.Optional;

/** One face over time: smoothed while it is seen, held for a moment when it is not, then slowly neutral. Of one thread. */
final class FaceTrack {
    /** Short, for a blink lasts a tenth of a second. */
    private static final double SEEN_TIME = 0.03;
    private static final double NEUTRAL_TIME = 0.3;
    private static final double HOLD = 0.2;

    private FaceReading reading = FaceReading.NEUTRAL;
    private boolean everSeen;
    private double unseenSeconds;

    /**
     * What the face does in this frame.
     *
     * @param seconds since the frame before
     */
    FaceReading update(Optional<FaceReading> seen, double seconds) {
        if (seen.isPresent()) {
            reading = everSeen ? reading.towards(seen.get(), Easing.share(seconds, SEEN_TIME)) : seen.get();
            everSeen = true;
            unseenSeconds = 0;
            return reading;
        }
        unseenSeconds += seconds;
        if (unseenSeconds > HOLD) {
            reading = reading.towards(FaceReading.NEUTRAL, Easing.share(seconds, NEUTRAL_TIME));
        }
        return reading;
    }
}
