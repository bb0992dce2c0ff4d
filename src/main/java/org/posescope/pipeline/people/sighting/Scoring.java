package org.posescope.pipeline.people.sighting;

/** How sure it is that somebody with a pose is there. */
public enum Scoring {
    /** As the pose network says. */
    BY_POSE {
        @Override
        public float score(float detection, float presence, float fit) {
            return presence;
        }

        @Override
        public float leastDetection(float threshold) {
            return threshold;
        }
    },
    /**
     * As often as people with such figures were there: logistic regression over what NanoDet found in real pictures whose people were
     * counted (docs/measurements.md). Where BlazePose sees nobody it is often as sure as where it sees somebody.
     */
    CALIBRATED {
        private static final double BIAS = -12.95;
        private static final double DETECTION = 15.04;
        private static final double PRESENCE = 2.68;
        private static final double FIT = 1.62;
        private static final float GOOD_FIT = 0.8f;

        @Override
        public float score(float detection, float presence, float fit) {
            double logit = BIAS + DETECTION * detection + PRESENCE * presence + FIT * Math.min(fit, GOOD_FIT);
            return (float) (1 / (1 + Math.exp(-logit)));
        }

        @Override
        public float leastDetection(float threshold) {
            double logit = Math.log(threshold / (1 - threshold));
            return (float) Math.clamp((logit - BIAS - PRESENCE - FIT * GOOD_FIT) / DETECTION, 0, 1);
        }
    };

    /**
     * 0..1.
     *
     * @param detection 0..1, what the detector says
     * @param presence  0..1, what the pose network says
     * @param fit       0..1, intersection over union of the detector's box with that around the pose
     */
    public abstract float score(float detection, float presence, float fit);

    /** 0..1, what a detector says at least of somebody whose score reaches a threshold. */
    public abstract float leastDetection(float threshold);
}
