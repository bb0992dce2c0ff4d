package org.posescope.infer;

import org.posescope.frame.Region;
import org.posescope.model.InputSpec;

/**
 * Fits a whole frame into a network's input. The result is a region, of the input's proportions where nothing is distorted, that
 * contains the frame; what it has beyond the frame is filled by the {@link Border} when it is sampled.
 */
public enum Letterbox {
    /** The frame lies in the upper left corner, as YOLOX was trained. */
    TOP_LEFT,
    /** Equal margins on both sides, as the BlazePose detector was trained. */
    CENTERED,
    /** The frame fills the input, whatever its proportions, as RT-DETR was trained. */
    STRETCHED;

    /**
     * The smallest such region.
     *
     * @param frameWidth  pixels
     * @param frameHeight pixels
     */
    public Region region(int frameWidth, int frameHeight, InputSpec input) {
        double scale = Math.max((double) frameWidth / input.width(), (double) frameHeight / input.height());
        float width = (float) (scale * input.width());
        float height = (float) (scale * input.height());
        return switch (this) {
            case TOP_LEFT -> new Region(width / 2, height / 2, width, height, 0);
            case CENTERED -> new Region(frameWidth / 2f, frameHeight / 2f, width, height, 0);
            case STRETCHED -> new Region(frameWidth / 2f, frameHeight / 2f, frameWidth, frameHeight, 0);
        };
    }
}
