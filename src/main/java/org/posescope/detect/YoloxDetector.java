package org.posescope.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.posescope.frame.Frame;
import org.posescope.infer.Border;
import org.posescope.infer.ImageSampler;
import org.posescope.infer.Letterbox;
import org.posescope.infer.Session;
import org.posescope.infer.StepListener;
import org.posescope.model.InputSpec;
import org.posescope.pose.Box;
import org.posescope.pose.Region;
import org.posescope.tensor.Tensor;

/** YOLOX (Ge et al. 2021), people only: finds upright boxes. */
public final class YoloxDetector implements PersonDetector {
    /** Name of the output in converted checkpoints; exports of others have one output of any name. */
    private static final String DECODED = "decoded";
    private static final float MAX_IOU = 0.45f;
    private static final Border GREY = new Border.Constant(114);

    private final Session session;
    private final InputSpec input;
    private final Tensor pixels;
    private final ImageSampler sampler;
    private final YoloxDecoder decoder;
    private final Function<Box, Region> view;

    /**
     * Takes over the session; detections below {@code minScore} are left out.
     *
     * @param boxes how the network says its boxes
     * @param view  the region that the pose network wants to see of somebody in a box of the frame
     */
    public YoloxDetector(Session session, InputSpec input, float minScore, YoloxBoxes boxes,
            Function<Box, Region> view) {
        this.view = view;
        this.session = session;
        this.input = input;
        this.sampler = new ImageSampler(input);
        this.pixels = Tensor.allocate(input.shape(1));
        this.decoder = new YoloxDecoder(input.width(), input.height(), minScore, MAX_IOU, boxes);
    }

    @Override
    public List<Detection> detect(Frame frame, StepListener steps) {
        long start = System.nanoTime();
        Region window = Letterbox.TOP_LEFT.region(frame.width(), frame.height(), input);
        sampler.sample(frame, window, GREY, pixels, 0);
        Map<String, Tensor> outputs = session.run(Map.of(input.name(), pixels));
        Tensor output = outputs.getOrDefault(DECODED, outputs.values().iterator().next());
        float scale = window.width() / input.width();
        List<Detection> people = new ArrayList<>();
        for (ScoredBox found : decoder.decode(output)) {
            Box box = found.box();
            Box inFrame = new Box(box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale);
            people.add(new Detection(view.apply(inFrame.clip(frame.width(), frame.height())), found.score()));
        }
        steps.took("detect", System.nanoTime() - start);
        return people;
    }

    @Override
    public void close() {
        session.close();
        sampler.close();
    }
}
