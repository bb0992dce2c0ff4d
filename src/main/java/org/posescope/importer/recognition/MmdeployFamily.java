package org.posescope.importer.recognition;

import java.util.Optional;

import org.posescope.model.Task;

/** RTMDet, YOLOX and RTMO as mmdeploy exports them, with the suppression of lesser boxes inside. */
final class MmdeployFamily implements NetworkFamily {
    private static final int CORNERS_AND_SCORE = 5;
    private static final int USUAL_SIDE = 640;
    private static final int POINTS = 17;

    @Override
    public Optional<Guess> recognize(FileHeader header, PictureInput picture) {
        PictureInput sized = picture.orSize(USUAL_SIDE, USUAL_SIDE);
        Optional<Port> dets = header.output("dets")
                .filter(each -> each.rank() == 3 && each.admits(2, CORNERS_AND_SCORE));
        if (dets.isEmpty() || header.outputs().size() != 2) {
            return Optional.empty();
        }
        Optional<Port> points = header.output("keypoints")
                .filter(each -> each.rank() == 4 && each.admits(2, POINTS));
        if (points.isPresent()) {
            return Optional.of(new Guess("RTMO", Task.POSE_BOTTOM_UP, sized, PixelHabit.LEVELS_BGR, "rtmo",
                    Optional.of("coco17"), "its outputs are " + dets.get().described() + " and "
                            + points.get().described() + ", boxes and 17 points of each"));
        }
        return header.output("labels").filter(labels -> labels.rank() == 2)
                .map(labels -> detector(header, sized, dets.get()));
    }

    private static Guess detector(FileHeader header, PictureInput picture, Port dets) {
        boolean focus = header.first().contains("Slice");
        return new Guess(focus ? "YOLOX of mmdeploy" : "RTMDet", Task.PERSON_DETECTION, picture,
                focus ? PixelHabit.LEVELS_BGR : PixelHabit.IMAGENET_BGR, "mmdeploy-boxes", Optional.empty(),
                "its outputs are " + dets.described() + " and labels, and the picture goes into "
                        + (focus ? "slices first, as YOLOX does it" : "no slices, which YOLOX begins with"));
    }
}
