package org.posescope.workshop.demo.motion;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where and when each foot is on the floor, for all time. Immutable. */
public final class StepPlan {
    private final Map<Side, List<Footprint>> prints;

    StepPlan(Map<Side, List<Footprint>> prints) {
        this.prints = new EnumMap<>(Map.of(Side.LEFT, List.copyOf(prints.get(Side.LEFT)), Side.RIGHT,
                List.copyOf(prints.get(Side.RIGHT))));
    }

    /** In the order of time; the first is there from ever, the last for ever. */
    List<Footprint> prints(Side side) {
        return prints.get(side);
    }

    /** The number of the print that the foot is on, or was on last. */
    int last(Side side, double time) {
        List<Footprint> all = prints.get(side);
        int number = 0;
        while (number + 1 < all.size() && all.get(number + 1).contact() <= time) {
            number++;
        }
        return number;
    }

    boolean isPlanted(Side side, double time) {
        return time < prints.get(side).get(last(side, time)).liftOff();
    }

    /** How much of the body's weight is on the left foot, 0..1: shifted while both are on the floor. */
    double weightOnLeft(double time) {
        double left = load(Side.LEFT, time);
        double right = load(Side.RIGHT, time);
        return left / (left + right);
    }

    private double load(Side side, double time) {
        List<Footprint> all = prints.get(side);
        Footprint print = all.get(last(side, time));
        double taking = Math.clamp((time - print.contact()) / StepPlanner.BOTH_FEET, 0, 1);
        double leaving = Math.clamp((print.liftOff() - time) / StepPlanner.BOTH_FEET, 0, 1);
        return Math.max(1e-3, Math.min(taking, leaving));
    }
}
