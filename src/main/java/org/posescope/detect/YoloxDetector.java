package org.posescope.detect;

import java.util.List;
import java.util.function.Function;

import org.posescope.frame.Frame;
import org.posescope.frame.StepListener;
import org.posescope.infer.Border;
import org.posescope.infer.Letterbox;
import org.posescope.infer.Session;
import org.posescope.model.InputSpec;
import org.posescope.pose.Box;
import org.posescope.pose.Region;

/** YOLOX (Ge et al. 2021), people only: finds upright boxes. */
public final class YoloxDetector implements PersonDetector {
    /** Name of the output in converted checkpoints; exports of others have one output of any name. */
    private static final String DECODED = "decoded";
    private static final float MAX_IOU = 0.45f;
    private static final Border GREY = new Border.Constant(114);

    private final BoxDetector detector;

    /**
     * Takes over the session; detections below {@code minScore} are left out.
     *
     * @param boxes how the network says its boxes
     * @param view  the region that the pose network wants to see of somebody in a box of the frame
     */
    public YoloxDetector(Session session, InputSpec input, float minScore, YoloxBoxes boxes,
            Function<Box, Region> view) {
        YoloxDecoder decoder = new YoloxDecoder(input.width(), input.height(), minScore, MAX_IOU, boxes);
        detector = new BoxDetector(session, input, new BoxDetector.Framing(Letterbox.TOP_LEFT, GREY),
                outputs -> decoder.decode(outputs.getOrDefault(DECODED, outputs.values().iterator().next())), view);
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
