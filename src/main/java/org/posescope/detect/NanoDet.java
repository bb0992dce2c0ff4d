package org.posescope.detect;

import java.util.function.Function;

import org.posescope.frame.Region;
import org.posescope.infer.Border;
import org.posescope.infer.Letterbox;
import org.posescope.infer.Session;
import org.posescope.model.InputSpec;
import org.posescope.pose.Box;

/** NanoDet (github.com/RangiLyu/nanodet), people only: finds upright boxes. */
public final class NanoDet {
    private NanoDet() {}

    /**
     * A detector that takes over the session; detections below {@code minScore} are left out.
     *
     * @param view the region that the pose network wants to see of somebody in a box of the frame
     */
    public static PersonDetector detector(Session session, InputSpec input, float minScore,
            Function<Box, Region> view) {
        NanoDetDecoder decoder = new NanoDetDecoder(input.width(), input.height(), minScore);
        return new BoxDetector(session, input, new BoxDetector.Framing(Letterbox.CENTERED, Border.BLACK),
                outputs -> decoder.decode(outputs.values()), view);
    }
}
