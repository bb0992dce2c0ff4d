package org.posescope.eval.coco;

/**
 * A point of a body in a picture.
 *
 * @param x    pixels
 * @param y    pixels
 * @param flag of an annotation: 0 not labelled, 1 labelled but hidden, 2 visible; of a result: 0..1, how sure it is
 */
public record CocoPoint(double x, double y, double flag) {
    /** A point that nobody knows. */
    static final CocoPoint NONE = new CocoPoint(0, 0, 0);
}
