package org.posescope.importer.recognition;

import java.util.Optional;
import java.util.OptionalInt;

import org.posescope.model.Task;

/**
 * Networks that draw maps of everybody in a frame: OpenPose and its 3D version, told by the numbers of maps, and HigherHRNet as its
 * authors' network gives it or as Open Model Zoo converts it. Where a file does something to the pixels before the first convolution,
 * mean and scale are inside it, as in Open Model Zoo's.
 */
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
    public Optional<Guess> recognize(FileHeader header, PictureInput picture) {
        if (has(header, HEATMAPS) && has(header, FIELDS)) {
            return Optional.of(has(header, PLACES) ? spatial(header, picture) : flat(header, picture));
        }
        Optional<Port> heatmaps = named(header, "heatmaps");
        Optional<Port> embeddings = named(header, "embeddings");
        if (heatmaps.isPresent() && embeddings.isPresent()) {
            return Optional.of(zoo(header, picture, heatmaps.get(), embeddings.get()));
        }
        OptionalInt coarse = width(header, 2 * POINTS);
        OptionalInt fine = width(header, POINTS);
        boolean halves = coarse.isPresent() && fine.isPresent()
                && (coarse.getAsInt() == Port.ANY || fine.getAsInt() == 2 * coarse.getAsInt());
        return halves ? Optional.of(tagged(picture)) : Optional.empty();
    }

    private static Guess flat(FileHeader header, PictureInput picture) {
        return new Guess("OpenPose", Task.POSE_BOTTOM_UP, picture.orSize(USUAL_WIDTH, USUAL_HEIGHT),
                habit(header, PixelHabit.MIDDLE_BGR), "openpose", Optional.of("openpose18"),
                "its outputs are 19 heatmaps and 38 fields of limbs" + inside(header));
    }

    private static Guess spatial(FileHeader header, PictureInput picture) {
        return new Guess("lightweight OpenPose in 3D", Task.POSE_BOTTOM_UP,
                picture.orSize(USUAL_WIDTH_3D, USUAL_HEIGHT), habit(header, PixelHabit.MIDDLE_BGR_3D), "openpose-3d",
                Optional.of("panoptic19"),
                "its outputs are 19 heatmaps, 38 fields of limbs and 57 maps of places" + inside(header));
    }

    private static Guess tagged(PictureInput picture) {
        return new Guess("HigherHRNet", Task.POSE_BOTTOM_UP, picture.orSize(USUAL_SIDE, USUAL_SIDE),
                PixelHabit.IMAGENET_RGB, "associative-embedding", Optional.of("coco17"),
                "its outputs are 34 maps, of points and of tags, and 17 maps twice as large");
    }

    private static Guess zoo(FileHeader header, PictureInput picture, Port heatmaps, Port embeddings) {
        return new Guess("HigherHRNet of Open Model Zoo", Task.POSE_BOTTOM_UP, picture.orSize(USUAL_SIDE, USUAL_SIDE),
                habit(header, PixelHabit.IMAGENET_RGB), "associative-embedding-zoo", Optional.of("coco17"),
                "its outputs are " + heatmaps.described() + " and " + embeddings.described() + inside(header));
    }

    private static PixelHabit habit(FileHeader header, PixelHabit outside) {
        return header.shiftsPixels() ? PixelHabit.LEVELS_BGR : outside;
    }

    private static String inside(FileHeader header) {
        return header.shiftsPixels() ? ", and it shifts the pixels itself before its first convolution" : "";
    }

    private static Optional<Port> named(FileHeader header, String name) {
        return header.outputs().stream()
                .filter(output -> output.name().startsWith(name) && output.rank() >= 4 && output.side(1) == POINTS)
                .findFirst();
    }

    private static boolean has(FileHeader header, int maps) {
        return width(header, maps).isPresent();
    }

    /** Of the first output with so many maps. */
    private static OptionalInt width(FileHeader header, int maps) {
        return header.outputs().stream().filter(output -> output.rank() == 4 && output.side(1) == maps)
                .mapToInt(output -> output.side(3)).findFirst();
    }
}
