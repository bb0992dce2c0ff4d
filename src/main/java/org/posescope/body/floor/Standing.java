package org.posescope.body.floor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.body.WorldFrame;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Person;

/**
 * Where the floor is at a moment, and how far the feet of people are above it by errors of their size.
 *
 * @param ground as the camera sees it
 * @param above  by identity, metres; people who are not there stand as they are
 */
public record Standing(Ground ground, Map<Integer, Double> above) {
    public Standing {
        above = Map.copyOf(above);
    }

    /** The same people in the upright world whose origin is the camera, on the floor at y = the camera's height. */
    public List<Person> atCamera(List<Person> people, Optional<BodyModel> model) {
        return new WorldFrame(ground.atCamera(), model).people(people.stream().map(this::onFloor).toList());
    }

    private Person onFloor(Person person) {
        double off = above.getOrDefault(person.id(), 0.0);
        Optional<Vec3> middle = Lift.middle(person);
        return off == 0 || middle.isEmpty() ? person : Lift.moved(person, Lift.of(ground, middle.get(), off));
    }
}
