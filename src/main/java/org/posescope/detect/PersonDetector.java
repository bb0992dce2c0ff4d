package org.posescope.detect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.posescope.frame.Frame;
import org.posescope.frame.StepListener;
import org.posescope.pose.Box;

/** Finds people in single pictures. One thread uses it at a time; it owns sessions until it is closed. */
public interface PersonDetector extends AutoCloseable {
    /** People in the picture, best score first. */
    List<Detection> detect(Frame frame, StepListener steps);

    /**
     * A cheaper look at a picture of a video, where a usual one was certain of everybody a moment before: they and newcomers beside them, best
     * score first.
     */
    default List<Detection> glance(Frame frame, StepListener steps) {
        return detect(frame, steps);
    }

    /**
     * How somebody lies in whose upright box a first look sees too little: the same person in the turned region of the body, as a pose
     * network wants to see it. Empty where this detector cannot tell.
     *
     * @param found with a box
     */
    default Optional<Detection> align(Frame frame, Detection found, StepListener steps) {
        return Optional.empty();
    }

    /**
     * How sure it is that somebody is in a box when it sees them larger, with what is around them: 0..1, 0 where it sees nobody there.
     * Empty of a detector that does not look closer.
     *
     * @param box in pixels of the frame
     */
    default OptionalDouble closer(Frame frame, Box box, StepListener steps) {
        return OptionalDouble.empty();
    }

    /** Whether somebody whom it does not find time after time is probably not there. */
    default boolean findsEverybody() {
        return true;
    }

    @Override
    void close();
}
