package org.posescope.pipeline.people.sighting;

import org.posescope.detect.Detection;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.pose.Person;
import org.posescope.pose.topdown.PoseObservation;

/**
 * Somebody whom a pose network saw.
 *
 * @param region      that it looked at
 * @param observation what it saw there
 */
public record Sighting(Region region, PoseObservation observation, Evidence evidence) {
    /** Nobody with such a score was seen in error (docs/measurements.md). */
    private static final float CERTAIN = 0.9f;

    /** 0..1, the network's word that somebody is there. */
    public float presence() {
        return observation.person().score();
    }

    public Person person() {
        return observation.person();
    }

    /** Where to look next. */
    public Region next() {
        return observation.nextRegion();
    }

    /** 0..1, how near the region in which the person turned out to be lies to the one that was looked at. */
    public float steadiness() {
        return region.overlap(next());
    }

    /** 0..1, how sure it is that they are there. */
    public float score(Scoring scoring) {
        return scoring.score(evidence.detection(), presence(), evidence.fit());
    }

    /** Whether it is as good as sure that they are there. */
    public boolean certain(Scoring scoring) {
        return score(scoring) >= CERTAIN;
    }

    /** @param mirrored 0..1, the network's word when it saw the same region in a mirror */
    public Sighting doubted(float mirrored) {
        return with(evidence.doubted(presence() - mirrored));
    }

    public Sighting with(Evidence newEvidence) {
        return new Sighting(region, observation, newEvidence);
    }

    /**
     * What detectors say of somebody, remembered from frame to frame.
     *
     * @param detection 0..1, their score
     * @param fit       0..1, intersection over union of their box with that around the pose
     * @param boxed     whether one of them gave a box
     */
    public record Evidence(float detection, float fit, boolean boxed) {
        /** Of a detector that gives no box. */
        private static final float USUAL_FIT = 0.6f;
        /** A box may lack a raised limb. */
        private static final float FITS = 0.3f;
        private static final float NEWEST = 0.5f;
        private static final double LOSS_PER_SECOND = 0.2;
        /** Half of what the presence counts in {@link Scoring#CALIBRATED}, as a part of what the detection counts. */
        private static final float DOUBT = 0.09f;

        /** That of one look. */
        static Evidence of(Detection detection, Person person, Frame frame) {
            float fit = detection.box().map(box -> box.iou(person.box().clip(frame.width(), frame.height())))
                    .orElse(USUAL_FIT);
            return new Evidence(detection.score(), fit, detection.box().isPresent());
        }

        /** @param part -1..1, by how much less sure another look at the same person was */
        Evidence doubted(float part) {
            return new Evidence(Math.clamp(detection - DOUBT * part, 0, 1), fit, boxed);
        }

        /** @param closer 0..1, how sure a closer look is */
        Evidence mean(float closer) {
            return new Evidence(mean(detection, closer), fit, boxed);
        }

        /** Whether a box and the pose are of one body, so that its size is certain. */
        public boolean sized() {
            return boxed && fit >= FITS;
        }

        /** After another look that found the same person. */
        Evidence confirmed(Evidence look) {
            return new Evidence(Math.max(look.detection, mean(detection, look.detection)), mean(fit, look.fit),
                    boxed || look.boxed);
        }

        private static float mean(float before, float now) {
            return before + NEWEST * (now - before);
        }

        /**
         * After a look that did not find them.
         *
         * @param seconds since the look before
         */
        Evidence missed(double seconds) {
            return new Evidence((float) Math.max(0, detection - LOSS_PER_SECOND * seconds), fit, boxed);
        }
    }

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
}
