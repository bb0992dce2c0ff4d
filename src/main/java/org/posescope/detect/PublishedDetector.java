package org.posescope.detect;

import java.util.function.Function;

import org.posescope.frame.Region;
import org.posescope.infer.Session;
import org.posescope.model.InputSpec;
import org.posescope.pose.Box;

/** Detectors as their publishers export them, people only: find upright boxes. */
public final class PublishedDetector {
    private PublishedDetector() {}

    /**
     * A detector that takes over the session; detections below {@code minScore} are left out.
     *
     * @param view the region that the pose network wants to see of somebody in a box of the frame
     */
    public static PersonDetector of(Session session, InputSpec input, float minScore, PublishedOutputs outputs,
            Function<Box, Region> view) {
        return new BoxDetector(session, input, new BoxDetector.Framing(outputs.place(), outputs.padding()),
                tensors -> outputs.decode(tensors, input, minScore), view);
    }
}
