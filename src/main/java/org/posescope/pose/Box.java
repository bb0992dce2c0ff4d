package org.posescope.pose;

import java.util.List;

/** An upright rectangle in pixels of the source frame; x, y is its upper left corner, sides are not negative. */
public record Box(float x, float y, float width, float height) {
    public Box {
        if (!(width >= 0) || !(height >= 0)) {
            throw new IllegalArgumentException("a box of " + width + " x " + height + " pixels");
        }
    }

    public static Box ofCorners(float left, float top, float right, float bottom) {
        return new Box(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    /**
     * The smallest box around some points.
     *
     * @throws IllegalArgumentException when there are none
     */
    public static Box around(List<Keypoint> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a box around nothing");
        }
        float left = Float.POSITIVE_INFINITY;
        float top = Float.POSITIVE_INFINITY;
        float right = Float.NEGATIVE_INFINITY;
        float bottom = Float.NEGATIVE_INFINITY;
        for (Keypoint point : points) {
            left = Math.min(left, point.x());
            top = Math.min(top, point.y());
            right = Math.max(right, point.x());
            bottom = Math.max(bottom, point.y());
        }
        return ofCorners(left, top, right, bottom);
    }

    public float right() {
        return x + width;
    }

    public float bottom() {
        return y + height;
    }

    public float centerX() {
        return x + width / 2;
    }

    public float centerY() {
        return y + height / 2;
    }

    public float area() {
        return width * height;
    }

    public boolean contains(float pointX, float pointY) {
        return pointX >= x && pointX <= right() && pointY >= y && pointY <= bottom();
    }

    /** With the same middle and sides of so many times the length. */
    public Box scaled(float factor) {
        float w = width * factor;
        float h = height * factor;
        return new Box(centerX() - w / 2, centerY() - h / 2, w, h);
    }

    /** Area of the common part, in square pixels. */
    public float intersection(Box other) {
        float w = Math.min(right(), other.right()) - Math.max(x, other.x);
        float h = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
        return w > 0 && h > 0 ? w * h : 0;
    }

    /** Intersection over union, 0..1; 0 when both are empty. */
    public float iou(Box other) {
        float common = intersection(other);
        float union = area() + other.area() - common;
        return union > 0 ? common / union : 0;
    }

    /** How much of the smaller of both boxes lies in the other, 0..1. */
    public float partOfSmaller(Box other) {
        float smaller = Math.min(area(), other.area());
        return smaller > 0 ? intersection(other) / smaller : 0;
    }

    /** The part inside a picture of the given size. */
    public Box clip(int frameWidth, int frameHeight) {
        return ofCorners(Math.clamp(x, 0f, frameWidth), Math.clamp(y, 0f, frameHeight),
                Math.clamp(right(), 0f, frameWidth), Math.clamp(bottom(), 0f, frameHeight));
    }
}
