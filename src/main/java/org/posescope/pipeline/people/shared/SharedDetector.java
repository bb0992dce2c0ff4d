package org.posescope.pipeline.people.shared;

import java.util.List;
import java.util.Optional;

import org.posescope.detect.Detection;
import org.posescope.detect.PersonDetector;
import org.posescope.frame.Frame;
import org.posescope.frame.StepListener;

/** A holder of copies of a detector. */
public final class SharedDetector implements PersonDetector {
    private final Copies<PersonDetector> copies;
    private final boolean findsEverybody;

    /** A holder until it is closed. */
    public SharedDetector(Copies<PersonDetector> copies) {
        this.copies = copies;
        this.findsEverybody = copies.hold().findsEverybody();
    }

    @Override
    public List<Detection> detect(Frame frame, StepListener steps) {
        return copies.with(detector -> detector.detect(frame, steps));
    }

    @Override
    public Optional<Detection> align(Frame frame, Detection found, StepListener steps) {
        return copies.with(detector -> detector.align(frame, found, steps));
    }

    @Override
    public boolean findsEverybody() {
        return findsEverybody;
    }

    @Override
    public void close() {
        copies.release();
    }
}
