package org.posescope.measure.length;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.posescope.body.floor.Ground;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;

/**
 * A line in a frame of which all is known that measures it.
 *
 * @param people of the frame
 * @param camera that they were placed for
 * @param floor  as far as it is known
 */
public record SeenLine(PictureLine line, List<Person> people, Camera camera, Optional<Ground> floor) {
    public SeenLine {
        people = List.copyOf(people);
    }

    /** Who tells how far away it is, where it is not on the floor. */
    public Optional<Person> person(PersonDepth depth) {
        return line.nearest(people.stream().filter(person -> depth.of(person).isPresent()).toList());
    }

    /** Its length, metres; empty where nobody is in the frame, or an end of it is not on the floor. */
    public OptionalDouble metres(LengthPlane plane, PersonDepth depth) {
        return switch (plane) {
            case PERSON -> person(depth)
                    .map(person -> OptionalDouble.of(line.atDepth(depth.of(person).orElseThrow(), camera)))
                    .orElse(OptionalDouble.empty());
            case FLOOR -> floor.map(ground -> line.onFloor(ground, camera)).orElse(OptionalDouble.empty());
        };
    }
}
