package org.posescope.infer;

import org.posescope.model.InputSpec;
import org.posescope.pose.Region;

/**
 * Fits a whole frame into a network's input without distortion. The result is a region of the input's proportions that
 * contains the frame; what it has beyond the frame is filled by the {@link Border} when it is sampled.
 */
public enum Letterbox {
    /** The frame lies in the upper left corner, as YOLOX was trained. */
    TOP_LEFT {
        @Override
        Region place(int frameWidth, int frameHeight, float width, float height) {
            return new Region(width / 2, height / 2, width, height, 0);
        }
    },
    /** Equal margins on both sides, as the BlazePose detector was trained. */
    CENTERED {
        @Override
        Region place(int frameWidth, int frameHeight, float width, float height) {
            return new Region(frameWidth / 2f, frameHeight / 2f, width, height, 0);
        }
    };

    /**
     * The smallest such region.
     *
     * @param frameWidth  pixels
     * @param frameHeight pixels
     */
    public Region of(int frameWidth, int frameHeight, InputSpec input) {
        double scale = Math.max((double) frameWidth / input.width(), (double) frameHeight / input.height());
        return place(frameWidth, frameHeight, (float) (scale * input.width()), (float) (scale * input.height()));
    }

    abstract Region place(int frameWidth, int frameHeight, float width, float height);
}
