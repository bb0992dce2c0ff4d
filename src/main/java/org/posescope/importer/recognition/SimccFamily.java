package org.posescope.importer.recognition;

import java.util.List;
import java.util.Optional;

import org.posescope.model.Task;

/** RTMPose, RTMW and DWPose as mmdeploy exports them: a line of bins for each point along each axis, two bins a pixel; RTMW3D has depth, too. */
final class SimccFamily implements NetworkFamily {
    private static final int BINS = 2;
    private static final int LINES = 3;
    private static final int AXES = 3;

    @Override
    public Optional<Guess> recognize(FileHeader header, PictureInput picture) {
        List<Port> outputs = header.outputs();
        if (outputs.size() < 2 || outputs.size() > AXES
                || outputs.stream().anyMatch(output -> output.rank() != LINES)) {
            return Optional.empty();
        }
        Port x = header.output("simcc_x").orElse(outputs.getFirst());
        Port y = header.output("simcc_y").orElse(outputs.get(1));
        PictureInput sized = picture.orSize(x.side(2) / BINS, y.side(2) / BINS);
        boolean fits = outputs.stream().allMatch(output -> output.side(1) == x.side(1))
                && sized.width() * BINS == x.side(2) && sized.height() * BINS == y.side(2);
        return fits
                ? PointSkeletons.of(x.side(1)).map(skeleton -> guess(sized, outputs, x.side(1), skeleton))
                : Optional.empty();
    }

    private static Guess guess(PictureInput picture, List<Port> outputs, int points, String skeleton) {
        boolean spatial = outputs.size() == AXES;
        return new Guess((spatial ? "RTMW3D of " : "RTMPose of ") + points + " points", Task.POSE_2D, picture,
                PixelHabit.IMAGENET_RGB, spatial ? "simcc-3d" : "simcc", Optional.of(skeleton),
                "the outputs " + FileHeader.described(outputs) + " are lines along " + (spatial ? "three" : "both")
                        + " axes for each point, two bins a pixel");
    }
}
