package org.posescope.track;

import java.util.List;
import java.util.stream.Stream;

import org.posescope.pose.Box;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Vector3;

/** Smooths box, keypoints, joints and place of one tracked person. */
final class PersonFilter {
    static final double BODY_METRES = 1.7;

    private final FilterBank picture;
    private final FilterBank space;
    private final FilterBank place;

    PersonFilter(SmoothingSettings settings) {
        picture = new FilterBank(settings.picture());
        space = new FilterBank(settings.space());
        place = new FilterBank(settings.place());
    }

    /** @param seconds since the frame before */
    Person smooth(Person person, double seconds) {
        Box box = person.box();
        picture.frame(seconds, Math.max(1, Math.max(box.width(), box.height())));
        space.frame(seconds, BODY_METRES);
        place.frame(seconds, BODY_METRES);
        Box steadyBox = Box.ofCorners(picture.next(box.x()), picture.next(box.y()), picture.next(box.right()),
                picture.next(box.bottom()));
        return new Person(person.id(), person.score(), steadyBox,
                person.keypoints().stream().map(this::smooth).toList(), person.joints3d().map(this::smooth),
                person.translation().map(t -> new Vector3(place.next(t.x()), place.next(t.y()), place.next(t.z()))),
                person.body(), person.details());
    }

    private Keypoints smooth(Keypoints keypoints) {
        Stream<Keypoint> points = keypoints.points().stream().map(point -> {
            if (point.score() > 0) {
                return new Keypoint(picture.next(point.x()), picture.next(point.y()), point.score());
            }
            // It was not found: where it is put says nothing of where it will be found.
            picture.forget();
            picture.forget();
            return point;
        });
        return new Keypoints(keypoints.skeleton(), points.toList());
    }

    private Joints3d smooth(Joints3d joints) {
        Stream<Joint> points = joints.joints().stream().map(joint -> new Joint(space.next(joint.x()),
                space.next(joint.y()), space.next(joint.z()), joint.score()));
        return new Joints3d(joints.skeleton(), points.toList());
    }
}
