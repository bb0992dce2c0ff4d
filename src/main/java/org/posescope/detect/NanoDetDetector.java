package org.posescope.detect;

import java.util.List;
import java.util.function.Function;

import org.posescope.frame.Frame;
import org.posescope.infer.Border;
import org.posescope.infer.Letterbox;
import org.posescope.infer.Session;
import org.posescope.infer.StepListener;
import org.posescope.model.InputSpec;
import org.posescope.pose.Box;
import org.posescope.pose.Region;

/** NanoDet (github.com/RangiLyu/nanodet), people only: finds upright boxes. */
public final class NanoDetDetector implements PersonDetector {
    private final BoxDetector detector;

    /**
     * Takes over the session; detections below {@code minScore} are left out.
     *
     * @param view the region that the pose network wants to see of somebody in a box of the frame
     */
    public NanoDetDetector(Session session, InputSpec input, float minScore, Function<Box, Region> view) {
        NanoDetDecoder decoder = new NanoDetDecoder(input.width(), input.height(), minScore);
        detector = new BoxDetector(session, input, new BoxDetector.Framing(Letterbox.CENTERED, Border.BLACK),
                outputs -> decoder.decode(outputs.values()), view);
    }

    @Override
    public List<Detection> detect(Frame frame, StepListener steps) {
        return detector.detect(frame, steps);
    }

    @Override
    public void close() {
        detector.close();
    }
}
