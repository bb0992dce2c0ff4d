package org.posescope.importer.recognition;

import java.util.List;

import org.posescope.model.InputSpec.ColorOrder;

/** How publishers feed pixels to their networks, which files do not tell. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are those of List.of.
enum PixelHabit {
    /** Mean and deviation of ImageNet: mmpose, HRNet, ViTPose, GluonCV. */
    IMAGENET_RGB(ColorOrder.RGB, List.of(123.675f, 116.28f, 103.53f), List.of(58.395f, 57.12f, 57.375f)),
    /** The same in OpenCV's order: mmdetection's RTMDet. */
    IMAGENET_BGR(ColorOrder.BGR, List.of(103.53f, 116.28f, 123.675f), List.of(57.375f, 57.12f, 58.395f)),
    /** Levels of 0..255 in OpenCV's order: YOLOX, RTMO, Open Model Zoo. */
    LEVELS_BGR(ColorOrder.BGR, List.of(0f, 0f, 0f), List.of(1f, 1f, 1f)),
    /** The same in the order of the channels: MoveNet. */
    LEVELS_RGB(ColorOrder.RGB, List.of(0f, 0f, 0f), List.of(1f, 1f, 1f)),
    /** About the middle of the levels: lightweight OpenPose. */
    MIDDLE_BGR(ColorOrder.BGR, List.of(128f, 128f, 128f), List.of(256f, 256f, 256f)),
    /** Likewise, its 3D version. */
    MIDDLE_BGR_3D(ColorOrder.BGR, List.of(128f, 128f, 128f), List.of(255f, 255f, 255f)),
    /** 0..1: Ultralytics, RT-DETR, D-FINE. */
    UNIT_RGB(ColorOrder.RGB, List.of(0f, 0f, 0f), List.of(255f, 255f, 255f));

    private final ColorOrder colorOrder;
    private final List<Float> mean;
    private final List<Float> deviation;

    PixelHabit(ColorOrder colorOrder, List<Float> mean, List<Float> deviation) {
        this.colorOrder = colorOrder;
        this.mean = mean;
        this.deviation = deviation;
    }

    ColorOrder colorOrder() {
        return colorOrder;
    }

    List<Float> mean() {
        return mean;
    }

    List<Float> scale() {
        return deviation.stream().map(each -> 1 / each).toList();
    }

    /** For people. */
    String described() {
        return switch (this) {
            case IMAGENET_RGB -> "RGB with the mean and deviation of ImageNet";
            case IMAGENET_BGR -> "BGR with the mean and deviation of ImageNet";
            case LEVELS_BGR -> "BGR from 0 to 255";
            case LEVELS_RGB -> "RGB from 0 to 255";
            case MIDDLE_BGR, MIDDLE_BGR_3D -> "BGR about 128";
            case UNIT_RGB -> "RGB from 0 to 1";
        };
    }
}
