package org.posescope.quantize;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

import org.posescope.body.regress.BodyRegressor;
import org.posescope.detect.Detection;
import org.posescope.detect.PersonDetector;
import org.posescope.error.Cleanup;
import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;
import org.posescope.frame.Region;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.StepListener;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.model.ModelFile;
import org.posescope.model.Task;
import org.posescope.pipeline.people.TopDownNetworks;
import org.posescope.pose.Box;
import org.posescope.pose.Lens;
import org.posescope.pose.topdown.PoseObservation;
import org.posescope.pose.topdown.TopDownPose;

/**
 * Shows a network what it would see of some pictures in the pipeline: the detector finds people, the pose network looks at each of them
 * twice, the second time where the first look says that they are, and then the body network does.
 */
public final class PictureInputs {
    private final TopDownNetworks networks;
    private final FrameSource pictures;
    private final int threads;

    /**
     * @param networks of the pipeline, the one that is quantized among them
     * @param pictures read to the end or until there are enough inputs; the caller closes it
     * @param threads  of each network
     */
    public PictureInputs(TopDownNetworks networks, FrameSource pictures, int threads) {
        this.networks = networks;
        this.pictures = pictures;
        this.threads = threads;
    }

    /** What the user named. */
    String source() {
        return pictures.info().uri();
    }

    /**
     * Fills the inputs of a network.
     *
     * @param network  in place of the one of the pipeline with the same id
     * @param wanted   inputs; of a video, frames are taken that are spread over all of it
     * @param progress told how many pictures were looked at
     */
    void feed(ModelFile network, int wanted, SeenInputs seen, LongConsumer progress) {
        String id = network.card().id();
        TopDownNetworks tapped = networks.withOpener((file, options) -> file.card().id().equals(id)
                ? tapped(network, options, seen)
                : networks.opener().open(file, options));
        try (Chain chain = new Chain(tapped, network.card().task(), threads)) {
            long step = step(wanted);
            long shown = 0;
            for (Frame frame = pictures.next(); frame != null && !seen.isFull(); frame = pictures.next()) {
                try (Frame held = frame) {
                    if (shown % step == 0) {
                        chain.look(held);
                    }
                }
                progress.accept(++shown);
            }
        }
    }

    private Session tapped(ModelFile network, SessionOptions options, SeenInputs seen) {
        return new TappedSession(networks.opener().open(network, options), seen);
    }

    private long step(int wanted) {
        SourceInfo info = pictures.info();
        return info.kind().still() ? 1 : Math.max(1, info.frameCount() / wanted);
    }

    /** The networks up to the one with a task. */
    private static final class Chain implements AutoCloseable {
        private final PersonDetector detector;
        private final Optional<TopDownPose> pose;
        private final Optional<BodyRegressor> body;

        Chain(TopDownNetworks networks, Task task, int threads) {
            detector = networks.detector(threads);
            pose = Cleanup.onFailure(
                    () -> task == Task.PERSON_DETECTION ? Optional.empty() : Optional.of(networks.pose(threads)),
                    detector::close);
            body = Cleanup.onFailure(
                    () -> task == Task.BODY_PARAMETERS ? Optional.of(networks.body(threads)) : Optional.empty(),
                    () -> Cleanup.all(detector::close, () -> pose.ifPresent(TopDownPose::close)));
        }

        void look(Frame frame) {
            List<Region> rough = usable(frame,
                    detector.detect(frame, StepListener.NONE).stream().map(Detection::region));
            pose.ifPresent(network -> {
                List<PoseObservation> first = network.estimate(frame, rough, StepListener.NONE);
                List<PoseObservation> second = network.estimate(frame,
                        usable(frame, first.stream().map(PoseObservation::nextRegion)), StepListener.NONE);
                List<Box> boxes = second.stream().map(each -> each.person().box()).toList();
                body.ifPresent(regressor -> regressor.estimate(frame, boxes,
                        Lens.DEFAULT.camera(frame.width(), frame.height()), StepListener.NONE));
            });
        }

        private static List<Region> usable(Frame frame, Stream<Region> regions) {
            return regions.filter(region -> region.usable(frame.width(), frame.height())).toList();
        }

        @Override
        public void close() {
            Cleanup.all(detector::close, () -> pose.ifPresent(TopDownPose::close),
                    () -> body.ifPresent(BodyRegressor::close));
        }
    }
}
