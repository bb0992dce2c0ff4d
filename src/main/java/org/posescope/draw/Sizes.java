package org.posescope.draw;

/**
 * Lengths of what is drawn over a picture, in pixels of the target.
 *
 * @param text     font size of ids and figures
 * @param label    font size of the names of keypoints
 * @param outline  thickness of the outline of a box
 * @param thinnest thickness of an arm or leg of a small person
 * @param thickest of a large one
 */
public record Sizes(double text, double label, double outline, double thinnest, double thickest) {
    /** In the window: as large as its other texts and lines, whatever the size of the picture. */
    public static final Sizes WINDOW = new Sizes(12, 11, 1.75, 2, 7);

    private static final double LIMB_OF_PERSON = 0.011;

    /** Suits a recorded picture, from thumbnails to 4K. */
    static Sizes ofPicture(int width, int height) {
        double scale = Math.sqrt((double) width * height) / 1000;
        double text = Math.clamp(3 + 16 * scale, 11, 64);
        return new Sizes(text, 0.72 * text, Math.max(1.5, 2.2 * scale), 1.6 + scale, 2 + 9 * scale);
    }

    /** Thickness of an arm or leg of a person whose box has a longer side of so many pixels. */
    double limb(double longerSide) {
        return Math.clamp(LIMB_OF_PERSON * longerSide, thinnest, thickest);
    }
}
