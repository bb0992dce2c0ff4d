package org.posescope.detect;

import java.util.List;

import org.posescope.frame.Frame;
import org.posescope.frame.StepListener;

/** Finds people in single pictures. One thread uses it at a time; it owns a session until it is closed. */
public interface PersonDetector extends AutoCloseable {
    /** People in the picture, best score first. */
    List<Detection> detect(Frame frame, StepListener steps);

    @Override
    void close();
}
