package org.posescope.pipeline.people;

import org.posescope.body.regress.BodyRegressor;
import org.posescope.detect.PersonDetector;
import org.posescope.pose.topdown.TopDownPose;

/** Loads the networks of a preset; each call loads one anew, which the caller closes. */
public interface ModelFactory {
    /** A detector whose calls may use so many threads. */
    PersonDetector detector(int threads);

    /** A pose network whose calls may use so many threads. */
    TopDownPose pose(int threads);

    /** Whether bodies come from a network of the preset. */
    default boolean regressesBodies() {
        return false;
    }

    /**
     * A network that regresses bodies, whose calls may use so many threads.
     *
     * @throws IllegalStateException when the preset has none
     */
    default BodyRegressor body(int threads) {
        throw new IllegalStateException("this preset has no network for bodies");
    }
}
