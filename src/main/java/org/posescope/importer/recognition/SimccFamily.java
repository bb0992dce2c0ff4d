package org.posescope.importer.recognition;

import java.util.List;
import java.util.Optional;

import org.posescope.model.Task;

/** RTMPose, RTMW and DWPose as mmdeploy exports them: a line of bins for each point along each axis, two bins a pixel. */
final class SimccFamily implements NetworkFamily {
    private static final int BINS = 2;
    private static final int LINES = 3;

    @Override
    public Optional<Guess> recognize(OnnxHeader header, PictureInput picture) {
        List<OnnxPort> outputs = header.outputs();
        if (outputs.size() != 2 || outputs.stream().anyMatch(output -> output.rank() != LINES)) {
            return Optional.empty();
        }
        OnnxPort x = header.output("simcc_x").orElse(outputs.getFirst());
        OnnxPort y = header.output("simcc_y").orElse(outputs.getLast());
        PictureInput sized = picture.orSize(x.side(2) / BINS, y.side(2) / BINS);
        boolean fits = x.side(1) == y.side(1) && sized.width() * BINS == x.side(2)
                && sized.height() * BINS == y.side(2);
        return fits ? PointSkeletons.of(x.side(1)).map(skeleton -> guess(sized, x, y, skeleton)) : Optional.empty();
    }

    private static Guess guess(PictureInput picture, OnnxPort x, OnnxPort y, String skeleton) {
        return new Guess("RTMPose of " + x.side(1) + " points", Task.POSE_2D, picture, PixelHabit.IMAGENET_RGB,
                "simcc", Optional.of(skeleton), "the outputs " + x.described() + " and " + y.described()
                        + " are lines along both axes for each point, two bins a pixel");
    }
}
