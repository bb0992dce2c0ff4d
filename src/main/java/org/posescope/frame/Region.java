package org.posescope.frame;

/**
 * A turned rectangle in the picture, the part that a network looks at.
 *
 * @param centerX  pixels of the source frame
 * @param centerY  pixels of the source frame
 * @param width    along the rectangle's own x axis, pixels; negative for a mirrored view
 * @param height   along its own y axis, pixels
 * @param rotation radians, clockwise in the picture (y down): the angle from the picture's x axis to the rectangle's
 */
public record Region(float centerX, float centerY, float width, float height, float rotation) {

    /** X in the source frame of a point given in the rectangle's own unit coordinates (0, 0 upper left; 1, 1 lower right). */
    public float frameX(float u, float v) {
        float dx = (u - 0.5f) * width;
        float dy = (v - 0.5f) * height;
        return (float) (centerX + dx * Math.cos(rotation) - dy * Math.sin(rotation));
    }

    /** Y in the source frame, as {@link #frameX}. */
    public float frameY(float u, float v) {
        float dx = (u - 0.5f) * width;
        float dy = (v - 0.5f) * height;
        return (float) (centerY + dx * Math.sin(rotation) + dy * Math.cos(rotation));
    }
}
