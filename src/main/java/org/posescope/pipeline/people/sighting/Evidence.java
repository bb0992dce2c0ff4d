package org.posescope.pipeline.people.sighting;

import org.posescope.detect.Detection;
import org.posescope.frame.Frame;
import org.posescope.pose.Person;

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
