package org.posescope.eval;

import java.util.List;

/** The people of one frame. */
public record PoseFrame(FrameId id, List<PosedHuman> people) {
    public PoseFrame {
        people = List.copyOf(people);
    }
}
