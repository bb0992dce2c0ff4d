package org.posescope.detect;

import org.posescope.model.InputSpec;
import org.posescope.pose.Region;

/** The part of the plane that shows a whole picture in a network's input, with bars where the proportions differ. */
final class Letterbox {
    private Letterbox() {}

    /** Bars on both sides. */
    static Region centered(int frameWidth, int frameHeight, InputSpec input) {
        double scale = scale(frameWidth, frameHeight, input);
        return new Region(frameWidth / 2f, frameHeight / 2f, (float) (input.width() / scale),
                (float) (input.height() / scale),
                0);
    }

    /** The picture in the upper left corner. */
    static Region topLeft(int frameWidth, int frameHeight, InputSpec input) {
        double scale = scale(frameWidth, frameHeight, input);
        float width = (float) (input.width() / scale);
        float height = (float) (input.height() / scale);
        return new Region(width / 2, height / 2, width, height, 0);
    }

    private static double scale(int frameWidth, int frameHeight, InputSpec input) {
        return Math.min(input.width() / (double) frameWidth, input.height() / (double) frameHeight);
    }
}
