package org.posescope.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;
import org.posescope.infer.Session;
import org.posescope.infer.TensorInfo;
import org.posescope.tensor.Tensor;

/**
 * What any program would have to do: decode each frame to BGRA and call the same networks as often as the pipeline does, on
 * fixed inputs, one after the other. No crops, no decoders, no tracking.
 */
final class BareLoop {
    private final Supplier<FrameSource> source;
    private final Session detector;
    private final Session pose;

    BareLoop(Supplier<FrameSource> source, Session detector, Session pose) {
        this.source = source;
        this.detector = detector;
        this.pose = pose;
    }

    /** Runs over the whole source; rates are calls a frame. */
    LoopFigures run(double detectorRate, double poseRate) {
        Map<String, Tensor> detectorInput = fixedInput(detector);
        Map<String, Tensor> poseInput = fixedInput(pose);
        double detectorDue = 0;
        double poseDue = 0;
        long frames = 0;
        try (FrameSource frameSource = source.get()) {
            Stopwatch watch = new Stopwatch();
            for (Frame frame = frameSource.next(); frame != null; frame = frameSource.next()) {
                frame.close();
                frames++;
                for (detectorDue += detectorRate; detectorDue >= 1; detectorDue--) {
                    detector.run(detectorInput);
                }
                for (poseDue += poseRate; poseDue >= 1; poseDue--) {
                    pose.run(poseInput);
                }
            }
            return watch.stop(frames);
        }
    }

    private static Map<String, Tensor> fixedInput(Session session) {
        Map<String, Tensor> inputs = new HashMap<>();
        for (TensorInfo input : session.inputs()) {
            inputs.put(input.name(),
                    Tensor.allocate(input.shape().stream().mapToInt(side -> Math.max(1, side)).toArray()));
        }
        return inputs;
    }
}
