package org.posescope.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.posescope.track.Tracker.Candidate;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;

/** Made-up people who stand at a place in the picture. */
final class Walker {
    private Walker() {}

    static Person at(double x) {
        return person((float) x, 200);
    }

    static Person tallAt(double x) {
        return person((float) x, 260);
    }

    /** Somebody of whom the colours cannot be seen. */
    static Candidate seen(Person person) {
        return new Candidate(person, Appearance.UNSEEN, false);
    }

    /** Somebody in clothes of one colour. */
    static Candidate wearing(int color, Person person) {
        float[] histogram = new float[8];
        histogram[color] = 1;
        return new Candidate(person, new Appearance(Optional.of(histogram), Optional.of(histogram)), false);
    }

    private static Person person(float x, float height) {
        List<Keypoint> points = new ArrayList<>();
        for (int i = 0; i < Skeletons.COCO17.size(); i++) {
            points.add(new Keypoint(x + 10 * (i % 3), 100 + i * height / 17, 0.9f));
        }
        return new Person(0, 0.9f, new Box(x - 30, 100, 80, height), List.of(new Keypoints(Skeletons.COCO17, points)),
                Optional.empty(), Optional.empty(), Optional.empty());
    }
}
