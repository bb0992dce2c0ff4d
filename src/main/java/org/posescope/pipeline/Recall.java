package org.posescope.pipeline;

import java.util.List;
import java.util.Optional;

import org.posescope.frame.Frame;
import org.posescope.frame.SourceInfo;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;

/** Knows the people of frames that were looked at before, so that no stage has to look again. One thread asks. */
@FunctionalInterface
public interface Recall {
    Recall NOTHING = (source, frame, followedMicros) -> Optional.empty();

    /**
     * The people of a frame, as the stages would leave them; empty: the stages are to look.
     *
     * @param frame          valid during the call
     * @param followedMicros how long the stages would have followed people by this frame, in its source's time; 0 where they would begin
     *                       anew with it
     */
    Optional<List<Person>> people(SourceInfo source, Frame frame, long followedMicros);

    /** How many more people are there, whom nobody wants to see. */
    default int leftOut(SourceInfo source, Frame frame) {
        return 0;
    }

    /** The camera that the people of a frame were placed for; empty where nobody knows. */
    default Optional<Camera> camera(SourceInfo source, Frame frame) {
        return Optional.empty();
    }
}
