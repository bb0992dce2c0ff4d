package org.posescope.pipeline.people.sighting;

/**
 * When to look for somebody who was lost, for example behind somebody else: soon after, and then ever more seldom, because those
 * who do not come back at once have mostly left.
 */
public final class LostSearch {
    private static final int LAST_LOOK = 32;

    private int framesSince = LAST_LOOK;

    /** Counts a frame. */
    public void frame(boolean somebodyLost) {
        framesSince = somebodyLost ? 0 : Math.min(LAST_LOOK, framesSince + 1);
    }

    /** Whether the frame after those that were counted is one to look at: the 2nd, 4th, 8th, 16th since the loss. */
    public boolean due() {
        int frame = framesSince + 1;
        return frame > 1 && frame < LAST_LOOK && Integer.bitCount(frame) == 1;
    }
}
