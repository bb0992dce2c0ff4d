package org.posescope.workshop.demo.motion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.SmplJoints;

/**
 * The pelvis over time, as the steps ask for it: over the floor midway between the feet, shifted to the one that bears, turned
 * with the leg that is ahead, dropped a little on the side that swings (Winter 1991), and as high as the legs reach.
 */
final class PelvisTrack {
    private static final double SMOOTHING = 0.5;
    private static final double WEIGHT_SMOOTHING = 0.36;
    private static final double HEIGHT_SMOOTHING = 0.22;
    private static final double SHIFT = 0.026;
    private static final double YAW_PER_METRE = Math.toRadians(9);
    private static final double LIST = Math.toRadians(4);
    /** How straight the legs are in the standing and the bearing leg, against their length. */
    private static final double REACH = 0.998;
    /** A foot that will be down in so many seconds has to be in reach already. */
    private static final double LANDING = 0.07;
    private static final double MARGIN = 1;

    private final StepPlan plan;
    private final Map<Side, FootTrack> feet;
    private final BodyMeasures measures;
    private final Signal x;
    private final Signal z;
    private final Signal heading;
    private final Signal weight;
    private final Signal height;

    /** Somewhere midway between the feet at some time. */
    private record Midway(double time, double x, double z, double heading) {}

    PelvisTrack(StepPlan plan, BodyMeasures measures, double end) {
        this.plan = plan;
        this.measures = measures;
        feet = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            feet.put(side, new FootTrack(plan, side, measures));
        }
        double from = -MARGIN;
        double to = end + MARGIN;
        List<Midway> ways = ways(from);
        x = Signal.of(from, to, t -> between(ways, t, Midway::x)).smoothed(SMOOTHING);
        z = Signal.of(from, to, t -> between(ways, t, Midway::z)).smoothed(SMOOTHING);
        heading = Signal.of(from, to, t -> between(ways, t, Midway::heading)).smoothed(SMOOTHING);
        weight = Signal.of(from, to, plan::weightOnLeft).smoothed(WEIGHT_SMOOTHING);
        height = Signal.of(from, to, this::reachable).lowest(HEIGHT_SMOOTHING).smoothed(HEIGHT_SMOOTHING);
    }

    /** A walker's pelvis is midway between two prints when the heel comes down on the second. */
    private List<Midway> ways(double start) {
        List<Midway> ways = new ArrayList<>(List.of(midway(start)));
        for (Side side : Side.values()) {
            for (Footprint print : plan.prints(side)) {
                if (Double.isFinite(print.contact())) {
                    ways.add(midway(print.contact()));
                }
                if (Double.isFinite(print.liftOff())) {
                    ways.add(midway(print.liftOff() - StepPlanner.BOTH_FEET));
                }
            }
        }
        ways.sort(Comparator.comparingDouble(Midway::time));
        return ways;
    }

    private Midway midway(double time) {
        Standpoint left = plan.prints(Side.LEFT).get(plan.last(Side.LEFT, time)).place();
        Standpoint right = plan.prints(Side.RIGHT).get(plan.last(Side.RIGHT, time)).place();
        return new Midway(time, (left.x() + right.x()) / 2, (left.z() + right.z()) / 2,
                (left.heading() + right.heading()) / 2);
    }

    private static double between(List<Midway> ways, double time, ToDoubleFunction<Midway> what) {
        int after = 0;
        while (after < ways.size() && ways.get(after).time <= time) {
            after++;
        }
        if (after == 0 || after == ways.size()) {
            return what.applyAsDouble(ways.get(Math.max(0, after - 1)));
        }
        Midway a = ways.get(after - 1);
        Midway b = ways.get(after);
        double share = (time - a.time) / (b.time - a.time);
        return what.applyAsDouble(a) + share * (what.applyAsDouble(b) - what.applyAsDouble(a));
    }

    FootPose foot(Side side, double time) {
        return feet.get(side).at(time);
    }

    /** Where the person is and looks, and goes. */
    Standpoint place(double time) {
        return new Standpoint(x.at(time), z.at(time), heading.at(time));
    }

    /** 1 with all weight on the left foot, -1 with all on the right. */
    double shift(double time) {
        return 2 * weight.at(time) - 1;
    }

    /** How far the left foot is ahead of the right, metres. */
    double leftAhead(double time) {
        return foot(Side.LEFT, time).ankle().minus(foot(Side.RIGHT, time).ankle()).dot(place(time).forward());
    }

    double yaw(double time) {
        return -YAW_PER_METRE * leftAhead(time);
    }

    /** The left side up is positive. */
    double list(double time) {
        return LIST * shift(time);
    }

    Rotation rotation(double time) {
        return Rotation.about(Vec3.Y, heading.at(time) + yaw(time)).times(Rotation.about(Vec3.Z, list(time)));
    }

    /** The joint of the pelvis while the person is upright. */
    Vec3 joint(double time) {
        return ground(time).plus(height.at(time), Vec3.Y);
    }

    private Vec3 ground(double time) {
        return place(time).left(SHIFT * shift(time)).point();
    }

    /** The height of the pelvis at which the straighter leg on the floor is as straight as it may be. */
    private double reachable(double time) {
        double lowest = Double.POSITIVE_INFINITY;
        for (Side side : Side.values()) {
            if (plan.isPlanted(side, time) || plan.isPlanted(side, time + LANDING)) {
                Vec3 bone = measures.bone(SmplJoints.PELVIS, side.joint(SmplJoints.LEFT_HIP));
                Vec3 toHip = rotation(time).apply(bone);
                Vec3 hip = ground(time).plus(toHip);
                Vec3 ankle = foot(side, time).ankle();
                double reach = REACH * (measures.thigh() + measures.shank());
                double across = Math.hypot(hip.x() - ankle.x(), hip.z() - ankle.z());
                double up = Math.sqrt(Math.max(0, reach * reach - across * across));
                lowest = Math.min(lowest, ankle.y() + up - toHip.y());
            }
        }
        return lowest;
    }
}
