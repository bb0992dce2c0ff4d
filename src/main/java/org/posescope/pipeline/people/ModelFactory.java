package org.posescope.pipeline.people;

import org.posescope.detect.PersonDetector;
import org.posescope.pose.topdown.TopDownPose;

/** Loads the networks of a preset; each call loads one anew, which the caller closes. */
public interface ModelFactory {
    /** A detector whose calls may use so many threads. */
    PersonDetector detector(int threads);

    /** A pose network whose calls may use so many threads. */
    TopDownPose pose(int threads);
}
