package org.posescope.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.posescope.body.math.Vec3;

/** The motion of one person as it was found and as it truly was, where both are known; joints relative to the hips, metres. */
final class MotionPair {
    private final TreeMap<Long, Vec3[]> found = new TreeMap<>();
    private final TreeMap<Long, Vec3[]> truth = new TreeMap<>();

    void add(long frame, Vec3[] foundJoints, Vec3[] trueJoints) {
        found.put(frame, foundJoints);
        truth.put(frame, trueJoints);
    }

    List<Double> mpjpe() {
        return found.entrySet().stream().map(each -> JointErrors.mpjpe(each.getValue(), truth.get(each.getKey())))
                .toList();
    }

    List<Double> paMpjpe() {
        return found.entrySet().stream().map(each -> JointErrors.paMpjpe(each.getValue(), truth.get(each.getKey())))
                .toList();
    }

    /** The errors of acceleration wherever three frames in a row are known. */
    List<Double> accelerations() {
        List<Double> errors = new ArrayList<>();
        for (long frame : found.keySet()) {
            if (found.containsKey(frame + 1) && found.containsKey(frame + 2)) {
                errors.add(JointErrors.acceleration(three(found, frame), three(truth, frame)));
            }
        }
        return errors;
    }

    private static Vec3[][] three(Map<Long, Vec3[]> motion, long first) {
        return new Vec3[][] {motion.get(first), motion.get(first + 1), motion.get(first + 2)};
    }

    /**
     * Squared distances of what was found from the truth so many frames before, over all frames
     * of which both are known; the mean error of each joint, which no delay explains, is left out.
     */
    double squaresAt(double delay) {
        int joints = found.firstEntry().getValue().length;
        Vec3[] sums = new Vec3[joints];
        Arrays.fill(sums, Vec3.ZERO);
        double squares = 0;
        long count = 0;
        for (long frame : found.keySet()) {
            Optional<Vec3[]> before = truthAt(frame - delay);
            if (before.isPresent()) {
                count++;
                for (int joint = 0; joint < joints; joint++) {
                    Vec3 off = found.get(frame)[joint].minus(before.get()[joint]);
                    sums[joint] = sums[joint].plus(off);
                    squares += off.dot(off);
                }
            }
        }
        for (Vec3 sum : sums) {
            squares -= count == 0 ? 0 : sum.dot(sum) / count;
        }
        return count == 0 ? 0 : squares / count;
    }

    private Optional<Vec3[]> truthAt(double frame) {
        long before = (long) Math.floor(frame);
        double share = frame - before;
        Vec3[] from = truth.get(before);
        Vec3[] to = share == 0 ? from : truth.get(before + 1);
        if (from == null || to == null) {
            return Optional.empty();
        }
        Vec3[] between = new Vec3[from.length];
        for (int joint = 0; joint < from.length; joint++) {
            between[joint] = from[joint].lerp(to[joint], share);
        }
        return Optional.of(between);
    }
}
