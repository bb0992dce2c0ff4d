package org.posescope.detect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.posescope.error.Cleanup;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.infer.Border;
import org.posescope.infer.ImageSampler;
import org.posescope.infer.Letterbox;
import org.posescope.infer.Session;
import org.posescope.model.InputSpec;
import org.posescope.pose.Box;
import org.posescope.tensor.Tensor;

/** What all networks have in common that see the whole frame and say where in it upright boxes are. */
final class BoxDetector implements PersonDetector {
    /** A body has more than so many times the area of a limb. */
    private static final float LIMB_AREAS = 4;
    /** So much of a limb lies in the box of its body. */
    private static final float LIMB_INSIDE = 0.85f;

    private final Session session;
    private final InputSpec input;
    private final Framing framing;
    private final BoxDecoder decoder;
    private final Function<Box, Region> view;
    private final Tensor pixels;
    private final ImageSampler sampler;

    /** How the frame lies in the network's input, and what is around it there. */
    record Framing(Letterbox place, Border border) {}

    /** Reads the outputs of a network. */
    interface BoxDecoder {
        /** People, best score first, in pixels of the input. */
        List<ScoredBox> decode(Map<String, Tensor> outputs);
    }

    /**
     * Takes over the session.
     *
     * @param view the region that the pose network wants to see of somebody in a box of the frame
     */
    BoxDetector(Session session, InputSpec input, Framing framing, BoxDecoder decoder, Function<Box, Region> view) {
        this.session = session;
        this.input = input;
        this.framing = framing;
        this.decoder = decoder;
        this.view = view;
        this.pixels = Tensor.allocate(input.shape(1));
        this.sampler = new ImageSampler(input);
    }

    @Override
    public List<Detection> detect(Frame frame, StepListener steps) {
        Region whole = framing.place.region(frame.width(), frame.height(), input);
        List<Detection> people = look(frame, whole, decoder, steps).stream()
                .map(found -> new Detection(view.apply(found.box()), found.score(), Optional.of(found.box()))).toList();
        return people.stream().filter(each -> people.stream().noneMatch(whom -> limb(each, whom))).toList();
    }

    /**
     * People in a part of the frame, best score first, in pixels of the frame.
     *
     * @param window upright, of the shape of the input
     */
    List<ScoredBox> look(Frame frame, Region window, BoxDecoder with, StepListener steps) {
        long start = System.nanoTime();
        sampler.sample(frame, window, framing.border, pixels, 0);
        List<ScoredBox> people = with.decode(session.run(Map.of(input.name(), pixels))).stream()
                .map(found -> new ScoredBox(inFrame(found.box(), window).clip(frame.width(), frame.height()),
                        found.score(), List.of()))
                .toList();
        steps.took("detect", System.nanoTime() - start);
        return people;
    }

    /** Detectors also find the arm or leg of somebody whom they found whole. */
    private static boolean limb(Detection part, Detection whole) {
        Box limb = part.box().orElseThrow();
        Box body = whole.box().orElseThrow();
        return body.area() > LIMB_AREAS * limb.area() && limb.intersection(body) > LIMB_INSIDE * limb.area();
    }

    /** Letterboxes are not turned, so that corners stay corners. */
    private Box inFrame(Box box, Region window) {
        float scaleX = window.width() / input.width();
        float scaleY = window.height() / input.height();
        float left = window.centerX() - window.width() / 2;
        float top = window.centerY() - window.height() / 2;
        return new Box(left + box.x() * scaleX, top + box.y() * scaleY, box.width() * scaleX, box.height() * scaleY);
    }

    @Override
    public void close() {
        Cleanup.all(session::close, sampler::close);
    }
}
