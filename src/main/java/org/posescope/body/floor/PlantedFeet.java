package org.posescope.body.floor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.posescope.body.math.Vec3;

/** Notices which feet of one person stand still, as far as the picture shows it. */
final class PlantedFeet {
    static final long WINDOW_MICROS = 200_000;
    private static final long GAP_MICROS = 500_000;
    /** Metres a second across the line of sight. */
    private static final double STILL = 0.2;
    private static final double LEAST_SEEN = 0.5;

    private final Deque<Moment> moments = new ArrayDeque<>();

    private record Moment(long micros, List<Vec3> feet) {}

    /** Which feet are planted. */
    record Planted(boolean left, boolean right) {
        static final Planted NONE = new Planted(false, false);

        boolean both() {
            return left && right;
        }

        boolean any() {
            return left || right;
        }
    }

    /**
     * Takes the feet of the next frame.
     *
     * @param leftSeen  how well the picture shows the foot, 0..1
     * @param rightSeen likewise
     */
    Planted at(long micros, Feet feet, double leftSeen, double rightSeen) {
        if (!moments.isEmpty() && (Math.abs(micros - moments.getLast().micros) > GAP_MICROS
                || micros <= moments.getLast().micros)) {
            moments.clear();
        }
        moments.addLast(new Moment(micros, feet.middles()));
        while (moments.size() > 2 && micros - second().micros >= WINDOW_MICROS) {
            moments.removeFirst();
        }
        if (micros - moments.getFirst().micros < WINDOW_MICROS) {
            return Planted.NONE;
        }
        return new Planted(leftSeen >= LEAST_SEEN && speed(0) < STILL, rightSeen >= LEAST_SEEN && speed(1) < STILL);
    }

    private Moment second() {
        return moments.stream().skip(1).findFirst().orElseThrow();
    }

    private double speed(int foot) {
        Vec3 from = moments.getFirst().feet.get(foot);
        Vec3 to = moments.getLast().feet.get(foot);
        double seconds = (moments.getLast().micros - moments.getFirst().micros) * 1e-6;
        return Math.hypot(to.x() / to.z() - from.x() / from.z(), to.y() / to.z() - from.y() / from.z()) * to.z()
                / seconds;
    }
}
