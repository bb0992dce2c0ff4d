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
    /** Pixels. */
    private static final float LEAST = 8;

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

    /**
     * Intersection over union of both regions' upright rectangles, 0..1; the turn of a body does not matter here. Neither is a mirrored
     * view.
     */
    public float overlap(Region other) {
        float common = common(other.left(), other.top(), other.left() + other.width, other.top() + other.height);
        float union = width * height + other.width * other.height - common;
        return union > 0 ? common / union : 0;
    }

    /** Whether a network can make anything of the region in a frame of a size. */
    public boolean usable(int frameWidth, int frameHeight) {
        boolean finite = Float.isFinite(centerX + centerY + rotation);
        return finite && width >= LEAST && height >= LEAST && common(0, 0, frameWidth, frameHeight) > 0;
    }

    private float common(float left, float top, float right, float bottom) {
        float w = Math.min(left() + width, right) - Math.max(left(), left);
        float h = Math.min(top() + height, bottom) - Math.max(top(), top);
        return w > 0 && h > 0 ? w * h : 0;
    }

    private float left() {
        return centerX - width / 2;
    }

    private float top() {
        return centerY - height / 2;
    }
}
