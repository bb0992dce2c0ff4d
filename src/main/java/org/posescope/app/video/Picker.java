package org.posescope.app.video;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.posescope.draw.Confidence;
import org.posescope.pose.Box;
import org.posescope.pose.Details;
import org.posescope.pose.Face;
import org.posescope.pose.Hand;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;

/** Finds what lies under a place of the picture. */
final class Picker {
    private Picker() {}

    /** A keypoint of somebody. */
    record Hit(Person person, String name, Keypoint point) {}

    /** The person whose box holds the place; of several the one with the smallest box, which is likely in front of a group. */
    static Optional<Person> person(List<Person> people, double x, double y) {
        return people.stream().filter(person -> contains(person.box(), x, y))
                .min(Comparator.comparingDouble(person -> person.box().area()));
    }

    private static boolean contains(Box box, double x, double y) {
        return x >= box.x() && x <= box.right() && y >= box.y() && y <= box.bottom();
    }

    /** The nearest keypoint that is shown, not farther than so many pixels. */
    static Optional<Hit> joint(List<Person> people, double x, double y, double within) {
        return people.stream().flatMap(Picker::hits).filter(hit -> distance(hit, x, y) <= within)
                .min(Comparator.comparingDouble(hit -> distance(hit, x, y)));
    }

    private static Stream<Hit> hits(Person person) {
        Details details = person.details();
        return Stream.of(hits(person, "", Optional.of(person.ownKeypoints())),
                hits(person, "left_", details.leftHand().map(Hand::points)),
                hits(person, "right_", details.rightHand().map(Hand::points)),
                hits(person, "", details.face().map(Face::points))).flatMap(Function.identity());
    }

    private static Stream<Hit> hits(Person person, String side, Optional<Keypoints> seen) {
        return seen.stream().flatMap(keypoints -> {
            List<String> names = keypoints.skeleton().names();
            List<Keypoint> points = keypoints.points();
            return IntStream.range(0, names.size()).filter(i -> Confidence.shown(points.get(i).score()))
                    .mapToObj(i -> new Hit(person, side + names.get(i), points.get(i)));
        });
    }

    private static double distance(Hit hit, double x, double y) {
        return Math.hypot(hit.point().x() - x, hit.point().y() - y);
    }
}
