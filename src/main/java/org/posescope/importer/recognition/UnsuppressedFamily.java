package org.posescope.importer.recognition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.posescope.model.Task;

/**
 * RTMDet and YOLOX of mmdeploy without the suppression of lesser boxes inside: boxes and classes of all cells, as {@code dets} and
 * {@code labels} ({@code with_nms=False}) or as {@code boxes} and {@code scores} (cut off before {@code multiclass_nms}), or what RTMDet's
 * head gives for each of three grids.
 */
final class UnsuppressedFamily implements NetworkFamily {
    private static final int BOX = 4;
    /** COCO's, or people alone. */
    private static final Set<Integer> CLASSES = Set.of(80, 1);
    private static final int[] STRIDES = {8, 16, 32};
    private static final int USUAL_SIDE = 640;

    @Override
    public Optional<Guess> recognize(FileHeader header, PictureInput picture) {
        PictureInput sized = picture.orSize(USUAL_SIDE, USUAL_SIDE);
        return flat(header, sized, "dets", "labels").or(() -> flat(header, sized, "boxes", "scores"))
                .or(() -> levels(header, sized));
    }

    private static Optional<Guess> flat(FileHeader header, PictureInput picture, String boxes, String classes) {
        Optional<Port> box = header.output(boxes)
                .filter(each -> each.rank() == 3 && each.side(2) == BOX && each.admits(1, picture.cells()));
        Optional<Port> scores = header.output(classes).filter(each -> each.rank() == 3
                && CLASSES.contains(each.side(2)) && each.admits(1, picture.cells()));
        return header.outputs().size() == 2
                ? box.flatMap(each -> scores.map(score -> flat(header, picture, each, score)))
                : Optional.empty();
    }

    private static Guess flat(FileHeader header, PictureInput picture, Port boxes, Port scores) {
        boolean focus = header.first().contains("Slice");
        return new Guess((focus ? "YOLOX of mmdeploy" : "RTMDet") + " without suppression", Task.PERSON_DETECTION,
                picture, focus ? PixelHabit.LEVELS_BGR : habit(header), "mmdeploy-all", Optional.empty(),
                "its outputs are " + boxes.described() + " and " + scores.described()
                        + ", corners and classes of all cells, and the picture goes into "
                        + (focus ? "slices first, as YOLOX does it" : "no slices, which YOLOX begins with"));
    }

    private static Optional<Guess> levels(FileHeader header, PictureInput picture) {
        List<Port> boxes = maps(header, picture, Set.of(BOX));
        List<Port> classes = maps(header, picture, CLASSES);
        if (boxes.size() != STRIDES.length || classes.size() != STRIDES.length
                || header.outputs().size() != 2 * STRIDES.length) {
            return Optional.empty();
        }
        boolean pixels = boxes.stream().allMatch(each -> "Mul".equals(header.last().get(each.name())));
        return Optional.of(new Guess("RTMDet without its end", Task.PERSON_DETECTION, picture, habit(header),
                pixels ? "rtmdet-levels" : "rtmdet-levels-cells", Optional.empty(),
                "its outputs are " + FileHeader.described(header.outputs())
                        + ", classes and distances to the sides of a box for each cell of three grids, in "
                        + (pixels
                                ? "pixels, since they were multiplied last"
                                : "cells, since nothing multiplied them")));
    }

    /** Outputs of so many maps that belong to one of the grids. */
    private static List<Port> maps(FileHeader header, PictureInput picture, Set<Integer> numbers) {
        return header.outputs().stream().filter(each -> each.rank() == 4 && numbers.contains(each.side(1))
                && IntStream.of(STRIDES).anyMatch(stride -> each.admits(2, picture.height() / stride)
                        && each.admits(3, picture.width() / stride)))
                .toList();
    }

    private static PixelHabit habit(FileHeader header) {
        return header.shiftsPixels() ? PixelHabit.LEVELS_BGR : PixelHabit.IMAGENET_BGR;
    }
}
