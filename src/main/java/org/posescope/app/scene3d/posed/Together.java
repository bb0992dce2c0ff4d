package org.posescope.app.scene3d.posed;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.body.WorldFrame;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Extrinsics;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Vector3;

/**
 * Puts everybody at the place of one of them, with the hips turned as that one's are, so that poses can be compared. People are in an upright
 * world, metres, y down; how high they are stays.
 */
final class Together {
    private static final Vec3 DOWN = new Vec3(0, 1, 0);
    /** Of the line through the hips: of somebody who lies on a side it stands upright and says nothing. */
    private static final double LEAST_ACROSS = 0.3;

    private Together() {}

    /**
     * @param selected who stays; somebody else or 0: who was there first
     * @param model    whose parameters people have
     */
    static List<Person> of(List<Person> people, int selected, Optional<BodyModel> model) {
        Optional<Person> stays = people.stream().filter(person -> place(person).isPresent())
                .min(Comparator.comparingInt((Person person) -> person.id() == selected ? 0 : 1)
                        .thenComparingInt(Person::id));
        return people.stream().map(person -> stays.filter(other -> !other.equals(person))
                .map(other -> moved(person, other, model)).orElse(person)).toList();
    }

    private static Person moved(Person person, Person other, Optional<BodyModel> model) {
        if (place(person).isEmpty()) {
            return person;
        }
        Vector3 from = place(person).orElseThrow();
        Vector3 there = place(other).orElseThrow();
        Rotation turn = turn(person, other);
        Vec3 goal = turn.inverse().apply(new Vec3(there.x(), from.y(), there.z()));
        Extrinsics way = new Extrinsics(turn.inverse().matrix(), new Vector3((float) (from.x() - goal.x()),
                (float) (from.y() - goal.y()), (float) (from.z() - goal.z())));
        return new WorldFrame(way, model).people(List.of(person)).getFirst();
    }

    private static Optional<Vector3> place(Person person) {
        return person.translation().or(() -> person.body().map(BodyParameters::translation));
    }

    /** About the vertical. */
    private static Rotation turn(Person person, Person other) {
        Optional<Double> from = heading(person);
        Optional<Double> to = heading(other);
        return from.isEmpty() || to.isEmpty() ? Rotation.IDENTITY : Rotation.about(DOWN, from.get() - to.get());
    }

    /** The angle of the line from the right hip to the left one over the floor, radians. */
    private static Optional<Double> heading(Person person) {
        return person.body().map(Together::across).or(() -> person.joints3d().flatMap(Together::across))
                .filter(line -> Math.hypot(line.x(), line.z()) > LEAST_ACROSS * line.length())
                .map(line -> Math.atan2(line.z(), line.x()));
    }

    /** The left of a body without a pose is where x grows. */
    private static Vec3 across(BodyParameters body) {
        Quaternion root = body.rotations().getFirst();
        return new Rotation(root.w(), root.x(), root.y(), root.z()).apply(new Vec3(1, 0, 0));
    }

    private static Optional<Vec3> across(Joints3d joints) {
        List<String> names = joints.skeleton().names();
        if (!names.contains("left_hip") || !names.contains("right_hip")) {
            return Optional.empty();
        }
        Joint left = joints.joints().get(names.indexOf("left_hip"));
        Joint right = joints.joints().get(names.indexOf("right_hip"));
        return Optional.of(new Vec3(left.x() - right.x(), left.y() - right.y(), left.z() - right.z()));
    }
}
