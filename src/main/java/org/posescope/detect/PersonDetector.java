package org.posescope.detect;

import java.util.List;
import java.util.Optional;

import org.posescope.frame.Frame;
import org.posescope.frame.StepListener;

/** Finds people in single pictures. One thread uses it at a time; it owns sessions until it is closed. */
public interface PersonDetector extends AutoCloseable {
    /** People in the picture, best score first. */
    List<Detection> detect(Frame frame, StepListener steps);

    /**
     * How somebody lies in whose upright box a first look sees too little: the same person in the turned region of the body, as a pose
     * network wants to see it. Empty where this detector cannot tell.
     *
     * @param found with a box
     */
    default Optional<Detection> align(Frame frame, Detection found, StepListener steps) {
        return Optional.empty();
    }

    /** Whether somebody whom it does not find time after time is probably not there. */
    default boolean findsEverybody() {
        return true;
    }

    @Override
    void close();
}
