package org.posescope.pipeline.kept;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

import org.posescope.pose.Keypoint;
import org.posescope.pose.KeypointSimilarity;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.track.Assignment;

/** Who of one frame is who of another one of about the same time, by place, size and pose. */
final class Likeness {
    private Likeness() {}

    /**
     * Pairs, so that the sum of their likeness is largest.
     *
     * @param minimum 0..1, of a pair
     */
    static IdentityHashMap<Person, Person> pairs(List<Person> people, List<Person> others, double minimum) {
        double[][] likeness = new double[people.size()][others.size()];
        for (int i = 0; i < people.size(); i++) {
            for (int j = 0; j < others.size(); j++) {
                likeness[i][j] = of(people.get(i), others.get(j));
            }
        }
        int[] best = Assignment.best(likeness, minimum);
        IdentityHashMap<Person, Person> pairs = new IdentityHashMap<>();
        for (int i = 0; i < best.length; i++) {
            if (best[i] >= 0) {
                pairs.put(people.get(i), others.get(best[i]));
            }
        }
        return pairs;
    }

    private static double of(Person a, Person b) {
        double overlap = a.box().iou(b.box());
        Optional<List<Keypoint>> first = coco(a);
        Optional<List<Keypoint>> second = coco(b);
        if (first.isEmpty() || second.isEmpty()) {
            return overlap;
        }
        double pose = KeypointSimilarity.oks(first.get(), second.get(), b.box().area());
        return (overlap + Math.max(overlap, pose)) / 2;
    }

    private static Optional<List<Keypoint>> coco(Person person) {
        return person.keypoints().stream().filter(each -> each.skeleton().equals(Skeletons.COCO17)).findFirst()
                .map(Keypoints::points);
    }
}
