package org.posescope.body.hand;

import java.util.Optional;

/**
 * One hand over time: smoothed while it is seen, held for a moment when it is not, then slowly relaxed, so that a hand that is found
 * now and then does not flicker. Of one thread.
 */
final class HandTrack {
    private static final double SEEN_TIME = 0.04;
    private static final double RELAXING_TIME = 0.4;
    private static final double HOLD = 0.2;
    private static final double TRUST_TIME = 0.12;

    private HandPose pose = HandPose.relaxed();
    private boolean everSeen;
    private double unseenSeconds;
    private double trust;

    /**
     * The pose in this frame.
     *
     * @param seen    its palm relative to the forearm; empty where nothing is seen of the hand
     * @param seconds since the frame before
     */
    HandPose update(Optional<HandPose> seen, double seconds) {
        if (seen.isPresent()) {
            pose = everSeen ? pose.towards(seen.get(), Easing.share(seconds, SEEN_TIME)) : seen.get();
            trust = everSeen ? trust + (1 - trust) * Easing.share(seconds, TRUST_TIME) : 1;
            everSeen = true;
            unseenSeconds = 0;
            return pose;
        }
        unseenSeconds += seconds;
        if (unseenSeconds > HOLD) {
            pose = pose.towards(new HandPose(pose.palm(), HandPose.relaxed().angles()),
                    Easing.share(seconds, RELAXING_TIME));
            trust -= trust * Easing.share(seconds, TRUST_TIME);
        }
        return pose;
    }

    /** How much the wrist follows the palm of this pose rather than the body's: 0..1. */
    double trust() {
        return trust;
    }
}
