package org.posescope.track;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.posescope.pose.Box;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Vector3;

/** Smooths everything that moves of one tracked person, in the order in which its numbers come. */
final class PersonFilter {
    private static final double BODY_METRES = 1.7;

    private final SmoothingSettings settings;
    private final List<OneEuroFilter> pictureFilters = new ArrayList<>();
    private final List<OneEuroFilter> spaceFilters = new ArrayList<>();
    private final List<OneEuroFilter> placeFilters = new ArrayList<>();
    private long lastMicros;

    PersonFilter(SmoothingSettings settings, long firstMicros) {
        this.settings = settings;
        this.lastMicros = firstMicros;
    }

    long lastMicros() {
        return lastMicros;
    }

    Person smooth(Person person, long ptsMicros) {
        double dt = (ptsMicros - lastMicros) * 1e-6;
        lastMicros = ptsMicros;
        Box box = person.box();
        double bodyPixels = Math.max(1, Math.max(box.width(), box.height()));
        Channel picture = new Channel(pictureFilters, settings.picture(), dt, bodyPixels);
        Box steadyBox = Box.ofCorners(picture.next(box.x()), picture.next(box.y()), picture.next(box.right()),
                picture.next(box.bottom()));
        List<Keypoints> keypoints = person.keypoints().stream().map(points -> smooth(points, picture)).toList();
        Channel space = new Channel(spaceFilters, settings.space(), dt, BODY_METRES);
        Channel place = new Channel(placeFilters, settings.place(), dt, BODY_METRES);
        return new Person(person.id(), person.score(), steadyBox, keypoints,
                person.joints3d().map(joints -> smooth(joints, space)),
                person.translation().map(t -> new Vector3(place.next(t.x()), place.next(t.y()), place.next(t.z()))),
                person.body());
    }

    private static Keypoints smooth(Keypoints keypoints, Channel channel) {
        Stream<Keypoint> points = keypoints.points().stream().map(point -> {
            if (point.score() > 0) {
                return new Keypoint(channel.next(point.x()), channel.next(point.y()), point.score());
            }
            // It was not found: where it is put says nothing of where it will be found.
            channel.forget();
            channel.forget();
            return point;
        });
        return new Keypoints(keypoints.skeleton(), points.toList());
    }

    private static Joints3d smooth(Joints3d joints, Channel channel) {
        Stream<Joint> points = joints.joints().stream().map(joint -> new Joint(channel.next(joint.x()),
                channel.next(joint.y()), channel.next(joint.z()), joint.score()));
        return new Joints3d(joints.skeleton(), points.toList());
    }

    /** One pass over the numbers of a frame: the n-th number of each frame meets the n-th filter. */
    private static final class Channel {
        private final List<OneEuroFilter> filters;
        private final OneEuroSettings settings;
        private final double dt;
        private final double scale;
        private int position;

        Channel(List<OneEuroFilter> filters, OneEuroSettings settings, double dt, double scale) {
            this.filters = filters;
            this.settings = settings;
            this.dt = dt;
            this.scale = scale;
        }

        float next(float raw) {
            if (position == filters.size()) {
                filters.add(new OneEuroFilter(settings));
            }
            return (float) filters.get(position++).filter(raw, dt, scale);
        }

        /** In place of a number that is not known: the next one there starts anew. */
        void forget() {
            if (position < filters.size()) {
                filters.set(position, new OneEuroFilter(settings));
            } else {
                filters.add(new OneEuroFilter(settings));
            }
            position++;
        }
    }
}
