package org.posescope.importer.recognition;

import java.util.List;
import java.util.Optional;

/** What files that give no people seem to be, so that nobody wonders why they do not run. */
final class ForeignNetworks {
    private static final int BLAZEFACE_ANCHORS = 896;
    /** X and y of the eyes, the nose and the corners of the mouth. */
    private static final int FACE_POINTS = 10;

    private ForeignNetworks() {}

    /** In words that follow "it seems to be". */
    static String seemingly(FileHeader header) {
        List<Port> outputs = header.outputs();
        if (header.picture().isEmpty()) {
            return "a network that takes no pictures";
        }
        Optional<Port> simcc = header.output("simcc_x");
        if (simcc.isPresent()) {
            return "a SimCC network of " + simcc.get().side(1) + " points, a skeleton that is not known here";
        }
        if ("segment".equals(header.metadata().get("task"))) {
            return "a segmentation network of Ultralytics";
        }
        if (isFaceDetector(header)) {
            return "a face detector";
        }
        if (outputs.stream().allMatch(output -> output.rank() == 2 && output.side(1) > 1)) {
            return "a classifier of " + outputs.getFirst().side(1) + " classes";
        }
        if (outputs.stream().allMatch(output -> output.rank() == 4 || (output.rank() == 3 && output.side(0) == 1))
                && outputs.stream().anyMatch(output -> fills(header, output))) {
            return "a segmentation network";
        }
        return "a network of another kind";
    }

    private static boolean isFaceDetector(FileHeader header) {
        List<Port> outputs = header.outputs();
        return (has(outputs, FACE_POINTS) && has(outputs, 4))
                || (has(outputs, 2) && has(outputs, 4) && outputs.size() == 2)
                || outputs.stream().anyMatch(output -> output.rank() == 3 && output.side(1) == BLAZEFACE_ANCHORS)
                || outputs.stream().anyMatch(output -> output.name().startsWith("kps_"));
    }

    private static boolean has(List<Port> outputs, int values) {
        return outputs.stream().anyMatch(output -> output.rank() >= 2 && output.rank() <= 3
                && output.side(-1) == values);
    }

    /** Whether an output has a value for each pixel of the input, or for each square of a few. */
    private static boolean fills(FileHeader header, Port output) {
        PictureInput picture = header.picture().orElseThrow();
        if (output.rank() < 3 || !picture.sized() || output.side(-1) == Port.ANY) {
            return output.rank() == 4;
        }
        return picture.width() / output.side(-1) == picture.height() / Math.max(1, output.side(-2));
    }
}
