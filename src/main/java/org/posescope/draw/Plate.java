package org.posescope.draw;

/** A rectangle that something is written in, pixels of the target. */
record Plate(double left, double top, double width, double height) {
    double bottom() {
        return top + height;
    }

    /** The same at another height. */
    Plate at(double newTop) {
        return new Plate(left, newTop, width, height);
    }

    /** Whether they have more than an edge in common. */
    boolean meets(Plate other) {
        return left < other.left + other.width && other.left < left + width && top < other.bottom()
                && other.top < bottom();
    }
}
