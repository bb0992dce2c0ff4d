package org.posescope.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.posescope.body.math.Vec3;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;

/** Compares people that were found, frame by frame, with the truth. Used by one thread at a time. */
public final class Pose3dEvaluation {
    /** People of whom less can be seen need not be found. */
    private static final double LEAST_VISIBLE = 0.5;
    /** Somebody found is somebody true when their hips are this near, in parts of the true person's height in the picture. */
    private static final double NEAR = 0.25;
    private static final double MILLIMETRES = 1000;

    private final PoseTruth truth;
    private final JointSource source;
    private final Map<Integer, MotionPair> motions = new HashMap<>();
    private long expected;
    private long found;

    public Pose3dEvaluation(PoseTruth truth, JointSource source) {
        this.truth = truth;
        this.source = source;
    }

    private record Match(PoseTruth.Human human, Person person, double distance) {}

    /**
     * Takes the people found in a frame.
     *
     * @param index of the frame in the clip; frames without truth count for nothing
     */
    public void frame(long index, List<Person> people) {
        if (index >= truth.frames().size()) {
            return;
        }
        List<PoseTruth.Human> visible = truth.frames().get((int) index).people().stream()
                .filter(human -> human.visible() >= LEAST_VISIBLE).toList();
        expected += visible.size();
        for (Match match : matches(visible, people)) {
            found++;
            source.joints(match.person).ifPresent(joints -> motions
                    .computeIfAbsent(match.human.id(), id -> new MotionPair())
                    .add(index, aboutHips(joints), aboutHips(trueJoints(match.human))));
        }
    }

    /** The nearest pairs first; nobody is in two pairs. */
    private List<Match> matches(List<PoseTruth.Human> humans, List<Person> people) {
        List<Match> all = new ArrayList<>();
        for (PoseTruth.Human human : humans) {
            for (Person person : people) {
                hips(person).ifPresent(place -> {
                    double distance = place.distance(flat(hips(human))) / height(human);
                    if (distance < NEAR) {
                        all.add(new Match(human, person, distance));
                    }
                });
            }
        }
        all.sort(Comparator.comparingDouble(Match::distance));
        Set<Object> taken = new HashSet<>();
        List<Match> matches = new ArrayList<>();
        for (Match match : all) {
            if (!taken.contains(match.human) && !taken.contains(match.person)) {
                taken.add(match.human);
                taken.add(match.person);
                matches.add(match);
            }
        }
        return matches;
    }

    private Vec3 hips(PoseTruth.Human human) {
        return human.keypoints().get(truth.joints().indexOf("left_hip"))
                .lerp(human.keypoints().get(truth.joints().indexOf("right_hip")), 0.5);
    }

    private static Vec3 flat(Vec3 keypoint) {
        return new Vec3(keypoint.x(), keypoint.y(), 0);
    }

    private static double height(PoseTruth.Human human) {
        return human.keypoints().stream().mapToDouble(Vec3::y).max().orElseThrow()
                - human.keypoints().stream().mapToDouble(Vec3::y).min().orElseThrow();
    }

    private static Optional<Vec3> hips(Person person) {
        Keypoints keypoints = person.ownKeypoints();
        List<String> names = keypoints.skeleton().names();
        if (!names.contains("left_hip") || !names.contains("right_hip")) {
            return Optional.empty();
        }
        Keypoint left = keypoints.points().get(names.indexOf("left_hip"));
        Keypoint right = keypoints.points().get(names.indexOf("right_hip"));
        return Optional.of(new Vec3((left.x() + right.x()) / 2, (left.y() + right.y()) / 2, 0));
    }

    private List<Vec3> trueJoints(PoseTruth.Human human) {
        return source.names().stream().map(name -> human.joints().get(truth.joints().indexOf(name))).toList();
    }

    private Vec3[] aboutHips(List<Vec3> joints) {
        Vec3 middle = joints.get(source.names().indexOf("left_hip"))
                .lerp(joints.get(source.names().indexOf("right_hip")), 0.5);
        return joints.stream().map(joint -> joint.minus(middle)).toArray(Vec3[]::new);
    }

    /** The figures of all frames so far. */
    public Pose3dFigures figures() {
        List<MotionPair> all = List.copyOf(motions.values());
        return new Pose3dFigures(source.label(), expected, found, MILLIMETRES * mean(all, MotionPair::mpjpe),
                MILLIMETRES * mean(all, MotionPair::paMpjpe), MILLIMETRES * mean(all, MotionPair::accelerations),
                Lag.of(all));
    }

    private static double mean(List<MotionPair> motions, Function<MotionPair, List<Double>> values) {
        return motions.stream().flatMap(motion -> values.apply(motion).stream()).mapToDouble(Double::doubleValue)
                .average().orElse(Double.NaN);
    }
}
