package org.posescope.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.posescope.pose.Box;
import org.posescope.pose.Hand;
import org.posescope.pose.Person;

/** Keeps numbers that are not finite out of results, files and pictures. */
public final class FiniteNumbers {
    private FiniteNumbers() {}

    /**
     * Checks all numbers of the people.
     *
     * @throws StageException when one is infinite or not a number
     */
    public static void require(List<Person> people, String stage) {
        for (Person person : people) {
            if (!finite(person)) {
                throw new StageException(stage + " gave a number that is not finite");
            }
        }
    }

    private static boolean finite(Box box) {
        return Float.isFinite(box.x() + box.y() + box.width() + box.height());
    }

    private static boolean finite(Person person) {
        boolean picture = person.keypoints().stream().flatMap(keypoints -> keypoints.points().stream())
                .allMatch(point -> Float.isFinite(point.x() + point.y() + point.score()));
        boolean details = person.details().keypoints().values().stream().flatMap(each -> each.points().stream())
                .allMatch(point -> Float.isFinite(point.x() + point.y() + point.score()));
        boolean space = Stream
                .of(person.joints3d(), person.details().leftHand().map(Hand::world),
                        person.details().rightHand().map(Hand::world))
                .flatMap(Optional::stream).flatMap(joints -> joints.joints().stream())
                .allMatch(joint -> Float.isFinite(joint.x() + joint.y() + joint.z() + joint.score()));
        boolean place = Stream
                .concat(person.translation().stream(), person.body().map(body -> body.translation()).stream())
                .allMatch(t -> Float.isFinite(t.x() + t.y() + t.z()));
        boolean body = person.body().stream()
                .allMatch(parameters -> parameters.betas().stream().allMatch(Float::isFinite)
                        && parameters.rotations().stream()
                                .allMatch(q -> Float.isFinite(q.w() + q.x() + q.y() + q.z())));
        return Float.isFinite(person.score()) && finite(person.box()) && picture && details && space
                && place && body;
    }
}
