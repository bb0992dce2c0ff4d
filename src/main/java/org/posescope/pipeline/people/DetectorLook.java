package org.posescope.pipeline.people;

import java.util.List;
import java.util.Optional;

import org.posescope.detect.Detection;
import org.posescope.pipeline.Attachment;
import org.posescope.pipeline.Job;

/** The look of a detector at a frame, as it is left on the frame's job. */
final class DetectorLook {
    private static final Attachment<List<Detection>> FOUND = new Attachment<>("detections");
    private static final Attachment<Boolean> LEFT = new Attachment<>("look left to a later stage");

    private DetectorLook() {}

    /** Whom a detector found, if one has looked at this frame. */
    static Optional<List<Detection>> found(Job job) {
        return job.attached(FOUND);
    }

    static void found(Job job, List<Detection> detections) {
        job.attach(FOUND, List.copyOf(detections));
    }

    /** Leaves it to a later stage to have a detector look at this frame. */
    static void leave(Job job) {
        job.attach(LEFT, true);
    }

    /** Whether a stage before left the look to a later one. */
    static boolean left(Job job) {
        return job.attached(LEFT).isPresent();
    }
}
