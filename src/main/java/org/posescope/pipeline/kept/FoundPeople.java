package org.posescope.pipeline.kept;

import java.util.List;
import java.util.Optional;

import org.posescope.pose.Camera;
import org.posescope.pose.Person;

/**
 * Who was found in a frame of a clip.
 *
 * @param positionMicros place of the frame in one pass of the clip
 * @param camera         that they were placed for, where somebody asked for it
 */
public record FoundPeople(long positionMicros, List<Person> people, Optional<Camera> camera) {
    public FoundPeople {
        people = List.copyOf(people);
    }
}
