package org.posescope.importer.recognition;

import java.util.Optional;

import org.posescope.model.Task;

/** YOLOv8, 11 and 26 as Ultralytics exports them: one output, of all cells or of those that are left after suppression. */
final class UltralyticsFamily implements NetworkFamily {
    private static final int USUAL_SIDE = 640;
    private static final int BOX = 4;
    private static final int COCO_CLASSES = 80;
    private static final int POINT_VALUES = 51;
    /** Corners, score and class. */
    private static final int FINAL = 6;

    @Override
    public Optional<Guess> recognize(FileHeader header, PictureInput picture) {
        if (!people(header)) {
            return Optional.empty();
        }
        PictureInput sized = picture.orSize(USUAL_SIDE, USUAL_SIDE);
        return header.onlyOutput().filter(output -> output.rank() == 3)
                .flatMap(output -> decoder(header, output, sized.cells())
                        .map(decoder -> guess(output, sized, decoder)));
    }

    /** Whether the first class is people, or nothing is said of it. */
    private static boolean people(FileHeader header) {
        String names = header.metadata().getOrDefault("names", "{0: 'person'").replace(" ", "");
        return names.startsWith("{0:'person'") || names.startsWith("{0:\"person\"");
    }

    private static Optional<String> decoder(FileHeader header, Port output, int cells) {
        boolean named = header.metadata().containsKey("names");
        if (output.admits(2, cells)) {
            if (output.side(1) == BOX + 1 + POINT_VALUES) {
                return Optional.of("yolo-pose");
            }
            boolean known = output.side(1) == BOX + COCO_CLASSES
                    || (named && output.side(1) > BOX && "detect".equals(header.metadata().get("task")));
            return known ? Optional.of("yolo") : Optional.empty();
        }
        if (output.side(2) == FINAL + POINT_VALUES) {
            return Optional.of("yolo-pose-final");
        }
        return output.side(2) == FINAL && named ? Optional.of("yolo-final") : Optional.empty();
    }

    private static Guess guess(Port output, PictureInput picture, String decoder) {
        boolean pose = decoder.startsWith("yolo-pose");
        return new Guess(pose ? "YOLO pose of Ultralytics" : "YOLO of Ultralytics",
                pose ? Task.POSE_BOTTOM_UP : Task.PERSON_DETECTION, picture, PixelHabit.UNIT_RGB, decoder,
                pose ? Optional.of("coco17") : Optional.empty(), "the output " + output.described() + " holds "
                        + (decoder.endsWith("final") ? "the boxes that are left" : "a box of each cell")
                        + (pose ? " with 17 points" : ""));
    }
}
