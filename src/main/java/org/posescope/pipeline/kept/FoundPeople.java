package org.posescope.pipeline.kept;

import java.util.List;

import org.posescope.pose.Person;

/**
 * Who was found in a frame of a clip.
 *
 * @param positionMicros place of the frame in one pass of the clip
 */
public record FoundPeople(long positionMicros, List<Person> people) {
    public FoundPeople {
        people = List.copyOf(people);
    }
}
