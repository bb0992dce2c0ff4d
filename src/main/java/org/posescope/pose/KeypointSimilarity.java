package org.posescope.pose;

import java.util.List;

/** Object keypoint similarity (OKS) of the COCO keypoint challenge: 1 where two poses coincide, 0 where they are far apart. */
public final class KeypointSimilarity {
    /** Standard deviations of human annotators in units of the square root of the person's area, COCO-17 order. */
    private static final double[] COCO_SIGMAS = {.026, .025, .025, .035, .035, .079, .079, .072, .072, .062, .062, .107,
        .107,
        .087, .087, .089, .089};

    private KeypointSimilarity() {}

    /**
     * OKS of two lists of COCO-17 points, or of the first of them, over the points whose score in {@code truth} is positive; 0 when there
     * are none.
     *
     * @param area of the person in square pixels
     */
    public static double oks(List<Keypoint> truth, List<Keypoint> other, double area) {
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < truth.size(); i++) {
            if (truth.get(i).score() > 0) {
                double dx = truth.get(i).x() - other.get(i).x();
                double dy = truth.get(i).y() - other.get(i).y();
                sum += ofPoint(i, dx * dx + dy * dy, area);
                counted++;
            }
        }
        return counted == 0 ? 0 : sum / counted;
    }

    /**
     * The similarity of one point, 0..1.
     *
     * @param point    its place in COCO-17
     * @param distance squared, in square pixels
     * @param area     of the person in square pixels
     */
    public static double ofPoint(int point, double distance, double area) {
        double variance = 4 * COCO_SIGMAS[point] * COCO_SIGMAS[point];
        return Math.exp(-distance / variance / (area + Math.ulp(1.0)) / 2);
    }
}
