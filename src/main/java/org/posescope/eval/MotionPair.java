package org.posescope.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.posescope.body.math.Vec3;

/** The motion of one person as it was found and as it truly was: of each frame the joints that both know, by name. */
final class MotionPair {
    private final TreeMap<Long, Map<String, JointPair>> frames = new TreeMap<>();

    void add(long frame, Map<String, JointPair> joints) {
        frames.put(frame, joints);
    }

    /** Of each frame the joints that both know. */
    Stream<Map<String, JointPair>> poses() {
        return frames.values().stream();
    }

    List<Double> mpjpe() {
        return frames.values().stream().map(joints -> JointErrors.mpjpe(found(joints), truth(joints))).toList();
    }

    List<Double> paMpjpe() {
        return frames.values().stream().map(joints -> JointErrors.paMpjpe(found(joints), truth(joints))).toList();
    }

    private static Vec3[] found(Map<String, JointPair> joints) {
        return joints.values().stream().map(JointPair::found).toArray(Vec3[]::new);
    }

    private static Vec3[] truth(Map<String, JointPair> joints) {
        return joints.values().stream().map(JointPair::truth).toArray(Vec3[]::new);
    }

    /** The errors of acceleration wherever joints are known in three frames in a row. */
    List<Double> accelerations() {
        List<Double> errors = new ArrayList<>();
        for (long frame : frames.keySet()) {
            if (frames.containsKey(frame + 1) && frames.containsKey(frame + 2)) {
                List<Map<String, JointPair>> three = List.of(frames.get(frame), frames.get(frame + 1),
                        frames.get(frame + 2));
                Set<String> names = new LinkedHashSet<>(three.getFirst().keySet());
                three.forEach(joints -> names.retainAll(joints.keySet()));
                if (!names.isEmpty()) {
                    errors.add(JointErrors.acceleration(
                            three.stream().map(joints -> found(chosen(joints, names))).toArray(Vec3[][]::new),
                            three.stream().map(joints -> truth(chosen(joints, names))).toArray(Vec3[][]::new)));
                }
            }
        }
        return errors;
    }

    private static Map<String, JointPair> chosen(Map<String, JointPair> joints, Set<String> names) {
        Map<String, JointPair> chosen = new TreeMap<>(joints);
        chosen.keySet().retainAll(names);
        return chosen;
    }

    /** The sum of some vectors. */
    private static final class Sum {
        private Vec3 sum = Vec3.ZERO;
        private double squares;
        private long count;

        void add(Vec3 vector) {
            sum = sum.plus(vector);
            squares += vector.dot(vector);
            count++;
        }

        /** The squared distances from their mean. */
        double aboutMean() {
            return squares - sum.dot(sum) / count;
        }
    }

    /**
     * Squared distances of what was found from the truth so many frames before, over all frames
     * of which both are known; the mean error of each joint, which no delay explains, is left out.
     */
    double squaresAt(double delay) {
        Map<String, Sum> sums = new HashMap<>();
        long count = 0;
        for (long frame : frames.keySet()) {
            boolean known = false;
            for (Map.Entry<String, JointPair> joint : frames.get(frame).entrySet()) {
                Optional<Vec3> before = truthAt(joint.getKey(), frame - delay);
                before.ifPresent(place -> sums.computeIfAbsent(joint.getKey(), name -> new Sum())
                        .add(joint.getValue().found().minus(place)));
                known |= before.isPresent();
            }
            count += known ? 1 : 0;
        }
        return count == 0 ? 0 : sums.values().stream().mapToDouble(Sum::aboutMean).sum() / count;
    }

    private Optional<Vec3> truthAt(String joint, double frame) {
        long before = (long) Math.floor(frame);
        double share = frame - before;
        JointPair from = frames.getOrDefault(before, Map.of()).get(joint);
        JointPair to = share == 0 ? from : frames.getOrDefault(before + 1, Map.of()).get(joint);
        return from == null || to == null ? Optional.empty() : Optional.of(from.truth().lerp(to.truth(), share));
    }
}
