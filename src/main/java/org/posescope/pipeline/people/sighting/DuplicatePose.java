package org.posescope.pipeline.people.sighting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.posescope.pose.Keypoint;
import org.posescope.pose.KeypointSimilarity;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;

/** Tells whether two poses are of one body. */
public final class DuplicatePose {
    private static final double SAME_POSE = 0.5;
    /** Two bodies may hide each other's limbs, but have neither head nor torso in common. */
    private static final double SAME_HEAD = 0.6;
    private static final double SAME_TORSO = 0.8;
    private static final List<Integer> TORSO = Stream.of("left_shoulder", "right_shoulder", "left_hip", "right_hip")
            .map(Skeletons.COCO17::index).toList();
    /** The first points of COCO-17. */
    private static final int HEAD_AND_SHOULDERS = 7;

    private DuplicatePose() {}

    public static boolean same(Person a, Person b) {
        List<Keypoint> first = coco(a);
        List<Keypoint> second = coco(b);
        double area = Math.min(a.box().area(), b.box().area());
        return KeypointSimilarity.oks(first, second, area) > SAME_POSE
                || KeypointSimilarity.oks(first.subList(0, HEAD_AND_SHOULDERS), second, area) > SAME_HEAD
                || torso(first, second, area) > SAME_TORSO;
    }

    private static double torso(List<Keypoint> first, List<Keypoint> second, double area) {
        return TORSO.stream().mapToDouble(i -> {
            double dx = first.get(i).x() - second.get(i).x();
            double dy = first.get(i).y() - second.get(i).y();
            return KeypointSimilarity.ofPoint(i, dx * dx + dy * dy, area);
        }).average().orElseThrow();
    }

    static List<Keypoint> coco(Person person) {
        return person.keypoints().stream().filter(keypoints -> keypoints.skeleton().equals(Skeletons.COCO17))
                .findFirst()
                .orElseThrow().points();
    }

    /**
     * Looks that showed a body which is somebody else's already.
     *
     * @param shown whom they showed
     * @param there everybody who is there without them, each once
     */
    record Twins(List<RegionSearch.Look> looks, Set<Person> shown, List<Person> there) {
        private static final float SAME_BOX = 0.6f;

        /**
         * Of two looks that showed one body the later one is a twin.
         *
         * @param known who is there already
         */
        static Twins among(List<RegionSearch.Look> looks, List<Person> known) {
            List<RegionSearch.Look> twins = new ArrayList<>();
            Set<Person> shown = new LinkedHashSet<>();
            List<Person> there = new ArrayList<>(known);
            for (RegionSearch.Look look : looks) {
                List<Person> same = same(look.sighting().person(), there);
                if (same.isEmpty()) {
                    there.add(look.sighting().person());
                } else {
                    twins.add(look);
                    shown.addAll(same);
                }
            }
            return new Twins(twins, shown, there);
        }

        /** Whether that is somebody else than everybody who is there, and not what painting left of the body that was shown. */
        boolean tells(Person person) {
            return same(person, there).isEmpty()
                    && shown.stream().noneMatch(each -> each.box().iou(person.box()) > SAME_BOX);
        }

        private static List<Person> same(Person person, List<Person> others) {
            return others.stream().filter(other -> DuplicatePose.same(person, other)).toList();
        }
    }
}
