package org.posescope.draw;

import org.posescope.draw.raster.Canvas;
import org.posescope.pose.Box;

/** Lengths in pixels that suit a picture and the people in it, from thumbnails to 4K. */
final class Sizes {
    private static final double LIMB_OF_PERSON = 0.011;

    private Sizes() {}

    /** 1 for a picture of one megapixel, growing with its sides. */
    static double picture(Canvas canvas) {
        return Math.sqrt((double) canvas.width() * canvas.height()) / 1000;
    }

    /** Font size of text over the picture. */
    static double text(Canvas canvas) {
        return Math.clamp(3 + 16 * picture(canvas), 11, 64);
    }

    /** Thickness of the outline of a box. */
    static double outline(Canvas canvas) {
        return Math.max(1.5, 2.2 * picture(canvas));
    }

    /** Thickness of an arm or leg of a person whose box is given. */
    static double limb(Canvas canvas, Box box) {
        double scale = picture(canvas);
        return Math.clamp(LIMB_OF_PERSON * Math.max(box.width(), box.height()), 1.6 + scale, 2 + 9 * scale);
    }
}
