package org.posescope.draw;

/** How the score of a point is shown: below the threshold not at all, then from faint to solid. */
public final class Confidence {
    private static final double THRESHOLD = 0.3;
    private static final double SURE = 0.75;
    private static final double LEAST_OPACITY = 0.35;

    private Confidence() {}

    /** Whether a point of this score is drawn. */
    public static boolean shown(double score) {
        return score >= THRESHOLD;
    }

    /** Opacity 0..1 of a point of this score; 0 when it is not shown. */
    public static double opacity(double score) {
        if (!shown(score)) {
            return 0;
        }
        double sureness = Math.min(1, (score - THRESHOLD) / (SURE - THRESHOLD));
        return LEAST_OPACITY + (1 - LEAST_OPACITY) * sureness;
    }
}
