package org.posescope.importer.recognition;

import java.util.Optional;
import java.util.Set;

import org.posescope.model.Task;

/**
 * YOLOX as its authors export it: for each cell of three grids a box, objectness and the classes, of which people are the first. Where
 * the export was asked to decode boxes, the logarithms of their sides go through {@code Exp} (YOLOX, {@code tools/export_onnx.py
 * --decode_in_inference}).
 */
final class YoloxFamily implements NetworkFamily {
    /** Box and objectness before 80 classes of COCO, or before people alone. */
    private static final Set<Integer> VALUES = Set.of(85, 6);
    private static final int USUAL_SIDE = 640;

    @Override
    public Optional<Guess> recognize(FileHeader header, PictureInput picture) {
        PictureInput sized = picture.orSize(USUAL_SIDE, USUAL_SIDE);
        return header.onlyOutput()
                .filter(output -> output.rank() == 3 && VALUES.contains(output.side(2))
                        && hasCells(header, output, sized.cells()))
                .map(output -> guess(header, output, sized));
    }

    /** Where the file does not tell how many there are, YOLOX is known by the slices that it begins with. */
    private static boolean hasCells(FileHeader header, Port output, int cells) {
        return output.side(1) == Port.ANY ? header.first().contains("Slice") : output.side(1) == cells;
    }

    private static Guess guess(FileHeader header, Port output, PictureInput picture) {
        boolean decoded = header.operators().contains("Exp");
        return new Guess("YOLOX", Task.PERSON_DETECTION, picture, PixelHabit.LEVELS_BGR,
                decoded ? "yolox-decoded" : "yolox", Optional.empty(),
                "the output " + output.described() + " is a box, objectness and classes for each of "
                        + picture.cells() + " cells of strides 8, 16 and 32, "
                        + (decoded ? "in pixels, since there is an Exp" : "in cells, since there is no Exp"));
    }
}
