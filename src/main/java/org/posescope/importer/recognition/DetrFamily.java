package org.posescope.importer.recognition;

import java.util.Optional;

import org.posescope.model.Task;

/** RT-DETR and D-FINE as exported from transformers: logits of the 80 classes of COCO and boxes of each query. */
final class DetrFamily implements NetworkFamily {
    private static final int CLASSES = 80;
    private static final int USUAL_SIDE = 640;

    @Override
    public Optional<Guess> recognize(FileHeader header, PictureInput picture) {
        Optional<Port> boxes = header.output("pred_boxes").filter(each -> each.rank() == 3 && each.admits(2, 4));
        return header.output("logits").filter(each -> each.rank() == 3 && each.side(2) == CLASSES)
                .flatMap(logits -> boxes.map(box -> new Guess("RT-DETR or D-FINE", Task.PERSON_DETECTION,
                        picture.orSize(USUAL_SIDE, USUAL_SIDE), PixelHabit.UNIT_RGB, "detr", Optional.empty(),
                        "its outputs are " + logits.described() + " and " + box.described()
                                + ", classes and box of each query")));
    }
}
