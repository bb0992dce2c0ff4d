package org.posescope.eval.coco;

import java.util.List;
import java.util.Optional;

import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;

/** People of any skeleton as people of COCO's 17 points. */
final class CocoPeople {
    private CocoPeople() {}

    /** The points by their names; those that the skeleton does not have are at (0, 0), which no annotation is near. */
    static FoundPerson of(long picture, Person person) {
        Keypoints keypoints = person.keypoints().stream().filter(each -> each.skeleton().equals(Skeletons.COCO17))
                .findFirst().orElseGet(person::ownKeypoints);
        return new FoundPerson(picture, points(keypoints), person.score());
    }

    private static List<CocoPoint> points(Keypoints keypoints) {
        return Skeletons.COCO17.names().stream()
                .map(name -> point(keypoints, name).map(point -> new CocoPoint(point.x(), point.y(), point.score()))
                        .orElse(CocoPoint.NONE))
                .toList();
    }

    private static Optional<Keypoint> point(Keypoints keypoints, String name) {
        int index = keypoints.skeleton().names().indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(keypoints.points().get(index));
    }
}
