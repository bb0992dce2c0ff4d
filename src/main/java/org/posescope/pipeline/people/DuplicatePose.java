package org.posescope.pipeline.people;

import java.util.List;

import org.posescope.pose.Keypoint;
import org.posescope.pose.KeypointSimilarity;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;

/** Tells whether two poses are of one body. */
final class DuplicatePose {
    private static final double SAME_POSE = 0.5;

    private DuplicatePose() {}

    static boolean same(Person a, Person b) {
        List<Keypoint> first = coco(a);
        List<Keypoint> second = coco(b);
        double area = Math.min(a.box().area(), b.box().area());
        return KeypointSimilarity.oks(first, second, area) > SAME_POSE;
    }

    private static List<Keypoint> coco(Person person) {
        return person.keypoints().stream().filter(keypoints -> keypoints.skeleton().equals(Skeletons.COCO17))
                .findFirst()
                .orElseThrow().points();
    }
}
