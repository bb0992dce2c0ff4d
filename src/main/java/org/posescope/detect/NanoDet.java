package org.posescope.detect;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.infer.Border;
import org.posescope.infer.Letterbox;
import org.posescope.infer.Session;
import org.posescope.model.InputSpec;
import org.posescope.pose.Box;

/** NanoDet (github.com/RangiLyu/nanodet), people only: finds upright boxes. */
public final class NanoDet implements PersonDetector {
    /** The parts of a frame in which it looks closer are so many times as long as somebody's box (docs/measurements.md). */
    private static final List<Float> AROUND = List.of(2f, 3f);
    /** Of a closer look; that somebody may be there is known. */
    private static final float LEAST_CLOSER = 0.3f;
    private static final float SAME_PLACE = 0.3f;

    private final BoxDetector detector;
    private final InputSpec input;
    private final NanoDetDecoder lenient;

    private NanoDet(BoxDetector detector, InputSpec input) {
        this.detector = detector;
        this.input = input;
        this.lenient = new NanoDetDecoder(input.width(), input.height(), LEAST_CLOSER);
    }

    /**
     * A detector that takes over the session; detections below {@code minScore} are left out.
     *
     * @param view the region that the pose network wants to see of somebody in a box of the frame
     */
    public static PersonDetector detector(Session session, InputSpec input, float minScore,
            Function<Box, Region> view) {
        NanoDetDecoder decoder = new NanoDetDecoder(input.width(), input.height(), minScore);
        return new NanoDet(
                new BoxDetector(session, input, new BoxDetector.Framing(Letterbox.CENTERED, Border.BLACK),
                        outputs -> decoder.decode(outputs.values()), view),
                input);
    }

    @Override
    public List<Detection> detect(Frame frame, StepListener steps) {
        return detector.detect(frame, steps);
    }

    @Override
    public OptionalDouble closer(Frame frame, Box box, StepListener steps) {
        return OptionalDouble.of(AROUND.stream().mapToDouble(times -> closer(frame, box, times, steps)).max()
                .orElseThrow());
    }

    private float closer(Frame frame, Box box, float times, StepListener steps) {
        float side = times * Math.max(box.width(), box.height()) / Math.min(input.width(), input.height());
        Region around = new Region(box.centerX(), box.centerY(), side * input.width(), side * input.height(), 0);
        return detector.look(frame, around, outputs -> lenient.decode(outputs.values()), steps).stream()
                .filter(each -> each.box().iou(box) >= SAME_PLACE).map(ScoredBox::score).max(Float::compare)
                .orElse(0f);
    }

    @Override
    public void close() {
        detector.close();
    }
}
