package org.posescope.eval.coco;

import java.util.List;

/**
 * Somebody as a program found them.
 *
 * @param picture id of the picture
 * @param points  17, COCO order; where the program has no such point, (0, 0) with flag 0
 * @param score   higher is surer; only the order of scores counts
 */
public record FoundPerson(long picture, List<CocoPoint> points, double score) {
    public FoundPerson {
        points = List.copyOf(points);
    }

    /** Of the upright rectangle around all points, square pixels, as {@code pycocotools/coco.py loadRes} has it. */
    double area() {
        double left = points.stream().mapToDouble(CocoPoint::x).min().orElse(0);
        double right = points.stream().mapToDouble(CocoPoint::x).max().orElse(0);
        double top = points.stream().mapToDouble(CocoPoint::y).min().orElse(0);
        double bottom = points.stream().mapToDouble(CocoPoint::y).max().orElse(0);
        return (right - left) * (bottom - top);
    }
}
