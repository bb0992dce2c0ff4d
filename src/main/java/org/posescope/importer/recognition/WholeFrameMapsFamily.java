package org.posescope.importer.recognition;

import java.util.Optional;
import java.util.OptionalInt;

import org.posescope.model.Task;

/** Networks that draw maps of everybody in a frame: lightweight OpenPose, its 3D version, and HigherHRNet; told by the numbers of maps. */
final class WholeFrameMapsFamily implements NetworkFamily {
    private static final int HEATMAPS = 19;
    private static final int FIELDS = 38;
    private static final int PLACES = 57;
    private static final int POINTS = 17;
    private static final int USUAL_HEIGHT = 256;
    private static final int USUAL_WIDTH = 456;
    private static final int USUAL_WIDTH_3D = 448;
    private static final int USUAL_SIDE = 512;

    @Override
    public Optional<Guess> recognize(OnnxHeader header, PictureInput picture) {
        if (has(header, HEATMAPS) && has(header, FIELDS)) {
            return Optional.of(has(header, PLACES) ? spatial(picture) : flat(picture));
        }
        OptionalInt coarse = width(header, 2 * POINTS);
        OptionalInt fine = width(header, POINTS);
        boolean halves = coarse.isPresent() && fine.isPresent()
                && (coarse.getAsInt() == OnnxPort.ANY || fine.getAsInt() == 2 * coarse.getAsInt());
        return halves ? Optional.of(tagged(picture)) : Optional.empty();
    }

    private static Guess flat(PictureInput picture) {
        return new Guess("lightweight OpenPose", Task.POSE_BOTTOM_UP, picture.orSize(USUAL_WIDTH, USUAL_HEIGHT),
                PixelHabit.MIDDLE_BGR, "openpose", Optional.of("openpose18"),
                "its outputs are 19 heatmaps and 38 fields of limbs");
    }

    private static Guess spatial(PictureInput picture) {
        return new Guess("lightweight OpenPose in 3D", Task.POSE_BOTTOM_UP,
                picture.orSize(USUAL_WIDTH_3D, USUAL_HEIGHT), PixelHabit.MIDDLE_BGR_3D, "openpose-3d",
                Optional.of("panoptic19"), "its outputs are 19 heatmaps, 38 fields of limbs and 57 maps of places");
    }

    private static Guess tagged(PictureInput picture) {
        return new Guess("HigherHRNet", Task.POSE_BOTTOM_UP, picture.orSize(USUAL_SIDE, USUAL_SIDE),
                PixelHabit.IMAGENET_RGB, "associative-embedding", Optional.of("coco17"),
                "its outputs are 34 maps, of points and of tags, and 17 maps twice as large");
    }

    private static boolean has(OnnxHeader header, int maps) {
        return width(header, maps).isPresent();
    }

    /** Of the first output with so many maps. */
    private static OptionalInt width(OnnxHeader header, int maps) {
        return header.outputs().stream().filter(output -> output.rank() == 4 && output.side(1) == maps)
                .mapToInt(output -> output.side(3)).findFirst();
    }
}
