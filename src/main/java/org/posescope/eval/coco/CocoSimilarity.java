package org.posescope.eval.coco;

import org.posescope.pose.KeypointSimilarity;

/** Object keypoint similarity of people in double precision, as {@code pycocotools/cocoeval.py computeOks}. */
final class CocoSimilarity {
    private CocoSimilarity() {}

    /**
     * 1 where all labelled points coincide, towards 0 where they are far apart. Somebody without labelled points is similar to
     * whoever has all points within twice the size of the box around its middle.
     */
    static double of(FoundPerson found, AnnotatedPerson truth) {
        double sum = 0;
        int counted = 0;
        boolean labelled = truth.points().stream().anyMatch(point -> point.flag() > 0);
        for (int i = 0; i < truth.points().size(); i++) {
            CocoPoint there = truth.points().get(i);
            CocoPoint here = found.points().get(i);
            if (!labelled || there.flag() > 0) {
                double dx = labelled ? here.x() - there.x() : beyond(here.x(), truth.box().x(), truth.box().width());
                double dy = labelled ? here.y() - there.y() : beyond(here.y(), truth.box().y(), truth.box().height());
                sum += KeypointSimilarity.ofPoint(i, dx * dx + dy * dy, truth.area());
                counted++;
            }
        }
        return sum / counted;
    }

    /** How far a coordinate lies outside of a range that is one length longer on both sides. */
    private static double beyond(double coordinate, double start, double length) {
        return Math.max(0, start - length - coordinate) + Math.max(0, coordinate - (start + 2 * length));
    }
}
