package org.posescope.record.motion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;

/**
 * What was seen of one body: moments in order of time, packed into 444 bytes each, or 980 with fingers and a face, so that hours of a run fit in memory.
 */
final class MotionTrack {
    /** People who are out of sight for longer keep their pose; over a shorter while they move evenly to the next one. */
    static final long GAP_MICROS = 500_000;

    private static final int FIRST_CAPACITY = 64;

    private final int joints;
    private final int expressions;
    private final int betasAt;
    private final int momentSize;
    private long[] times = new long[FIRST_CAPACITY];
    private float[] numbers;
    private int size;

    /**
     * A track of bodies.
     *
     * @param joints      that they have
     * @param expressions components of their faces; 0 where these are stiff
     */
    MotionTrack(int joints, int expressions) {
        this.joints = joints;
        this.expressions = expressions;
        betasAt = 4 * joints + 3 + expressions;
        momentSize = betasAt + BodyParameters.BETAS;
        numbers = new float[FIRST_CAPACITY * momentSize];
    }

    /**
     * Adds a moment.
     *
     * @param micros later than all before it
     * @param betas  10 shape components that were fitted at that moment
     */
    void add(long micros, MotionFrame moment, List<Float> betas) {
        if (size > 0 && micros <= times[size - 1]) {
            throw new IllegalArgumentException(micros + " us is not after " + times[size - 1] + " us");
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            numbers = Arrays.copyOf(numbers, Math.multiplyExact(2 * size, momentSize));
        }
        times[size] = micros;
        int at = size * momentSize;
        for (Rotation rotation : moment.rotations()) {
            numbers[at++] = (float) rotation.w();
            numbers[at++] = (float) rotation.x();
            numbers[at++] = (float) rotation.y();
            numbers[at++] = (float) rotation.z();
        }
        numbers[at++] = (float) moment.pelvis().x();
        numbers[at++] = (float) moment.pelvis().y();
        numbers[at++] = (float) moment.pelvis().z();
        for (float component : moment.expression()) {
            numbers[at++] = component;
        }
        for (float beta : betas) {
            numbers[at++] = beta;
        }
        size++;
    }

    long firstMicros() {
        return times[0];
    }

    long lastMicros() {
        return times[size - 1];
    }

    /** The median of each shape component: one body for the whole motion, which single bad fits do not change. */
    float[] medianBetas() {
        float[] medians = new float[BodyParameters.BETAS];
        float[] column = new float[size];
        for (int beta = 0; beta < medians.length; beta++) {
            for (int i = 0; i < size; i++) {
                column[i] = numbers[i * momentSize + betasAt + beta];
            }
            Arrays.sort(column);
            medians[beta] = (column[(size - 1) / 2] + column[size / 2]) / 2;
        }
        return medians;
    }

    /** Whether the body was seen at a time, or shortly before and after it. */
    boolean observed(long micros) {
        if (micros < firstMicros() || micros > lastMicros()) {
            return false;
        }
        int before = before(micros);
        return times[before] == micros || !isGap(before);
    }

    /** The pose at any time: interpolated where the body was seen, else the last one before, or the first one. */
    MotionFrame at(long micros) {
        if (micros <= firstMicros()) {
            return moment(0);
        }
        int before = before(micros);
        if (before == size - 1 || isGap(before)) {
            return moment(before);
        }
        double share = (double) (micros - times[before]) / (times[before + 1] - times[before]);
        MotionFrame from = moment(before);
        MotionFrame to = moment(before + 1);
        List<Rotation> rotations = new ArrayList<>(joints);
        for (int joint = 0; joint < joints; joint++) {
            rotations.add(Slerp.between(from.rotations().get(joint), to.rotations().get(joint), share));
        }
        List<Float> expression = new ArrayList<>(expressions);
        for (int k = 0; k < expressions; k++) {
            float earlier = from.expression().get(k);
            expression.add((float) (earlier + share * (to.expression().get(k) - earlier)));
        }
        return new MotionFrame(rotations, from.pelvis().lerp(to.pelvis(), share), expression);
    }

    /** The last moment that is not after a time, which is not before the first. */
    private int before(long micros) {
        int found = Arrays.binarySearch(times, 0, size, micros);
        return found >= 0 ? found : -found - 2;
    }

    private boolean isGap(int before) {
        return times[before + 1] - times[before] > GAP_MICROS;
    }

    private MotionFrame moment(int index) {
        List<Rotation> rotations = new ArrayList<>(joints);
        int at = index * momentSize;
        for (int joint = 0; joint < joints; joint++, at += 4) {
            rotations.add(Slerp.unit(numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3]));
        }
        List<Float> expression = new ArrayList<>(expressions);
        for (int k = 0; k < expressions; k++) {
            expression.add(numbers[at + 3 + k]);
        }
        return new MotionFrame(rotations, new Vec3(numbers[at], numbers[at + 1], numbers[at + 2]), expression);
    }

    /** What becomes of a moment. */
    @FunctionalInterface
    interface Change<T> {
        T of(long micros, MotionFrame moment);
    }

    /** All moments, changed into something. */
    <T> List<T> moments(Change<T> change) {
        List<T> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            all.add(change.of(times[i], moment(i)));
        }
        return all;
    }

    /** The same body at the same times in other poses. */
    MotionTrack moved(Change<MotionFrame> change) {
        MotionTrack moved = new MotionTrack(joints, expressions);
        for (int i = 0; i < size; i++) {
            List<Float> betas = new ArrayList<>(BodyParameters.BETAS);
            for (int beta = 0; beta < BodyParameters.BETAS; beta++) {
                betas.add(numbers[i * momentSize + betasAt + beta]);
            }
            moved.add(times[i], change.of(times[i], moment(i)), betas);
        }
        return moved;
    }
}
