package org.posescope.workshop.demo.motion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Plans steps: somebody stands, walks along paths, turns, and stands. Times and lengths are those of comfortable walking
 * (Winter, "The biomechanics and motor control of human gait", 1991): 62% of a cycle a foot is on the floor, 12% of it with the
 * other one, twice.
 */
public final class StepPlanner {
    /** Seconds in which both feet are on the floor between two steps. */
    static final double BOTH_FEET = 0.12;
    private static final double TURN_STEP = Math.toRadians(50);
    private static final double TURN_STEP_SECONDS = 0.56;

    private final double stepSeconds;
    private final double stepLength;
    private final double standingWidth;
    private final double walkingWidth;
    private final Map<Side, List<Footprint>> prints = new EnumMap<>(Side.class);
    private Standpoint place;

    /**
     * Somebody who stands.
     *
     * @param stepLength  from one foot to the other, metres
     * @param stepSeconds from one contact to the other's
     * @param width       between the feet while standing, metres
     */
    public StepPlanner(Standpoint start, double stepLength, double stepSeconds, double width) {
        this.stepLength = stepLength;
        this.stepSeconds = stepSeconds;
        standingWidth = width;
        walkingWidth = 0.5 * width;
        place = start;
        for (Side side : Side.values()) {
            prints.put(side, new ArrayList<>(List.of(new Footprint(beside(start, side, standingWidth),
                    Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))));
        }
    }

    private static Standpoint beside(Standpoint middle, Side side, double width) {
        double toesOut = Math.toRadians(7);
        return middle.left(side.sign() * width / 2).turned(side.sign() * toesOut);
    }

    /** Walks to a place, beginning with a foot at a time; stands there afterwards. */
    public StepPlanner walk(Standpoint to, Side first, double time) {
        Path path = new Path(place, to);
        int steps = (int) Math.max(1, Math.ceil(path.length() / stepLength - 0.2));
        Side side = first;
        double contact = time + stepSeconds;
        for (int k = 1; k <= steps; k++) {
            Standpoint middle = path.at(path.length() * k / steps);
            step(side, beside(middle, side, k == steps ? standingWidth : walkingWidth), contact, stepSeconds);
            side = side.other();
            contact += stepSeconds;
        }
        step(side, beside(to, side, standingWidth), contact, stepSeconds);
        place = to;
        return this;
    }

    /** Turns where one stands, in small steps, to look in a direction; the foot on that side goes first. */
    public StepPlanner turn(double heading, double time) {
        double angle = heading - place.heading();
        int steps = (int) Math.ceil(Math.abs(angle) / TURN_STEP);
        Side side = angle > 0 ? Side.LEFT : Side.RIGHT;
        Standpoint from = place;
        double contact = time + TURN_STEP_SECONDS;
        for (int k = 1; k <= steps; k++) {
            Standpoint now = from.turned(angle * k / steps);
            for (int foot = 0; foot < 2; foot++) {
                step(side, beside(now, side, standingWidth), contact, TURN_STEP_SECONDS);
                contact += TURN_STEP_SECONDS;
                side = side.other();
            }
        }
        place = from.turned(angle);
        return this;
    }

    /** The foot leaves where it is so that it is down at the time of contact. */
    private void step(Side side, Standpoint to, double contact, double seconds) {
        List<Footprint> own = prints.get(side);
        own.add(own.removeLast().until(contact - seconds + BOTH_FEET));
        own.add(new Footprint(to, contact, Double.POSITIVE_INFINITY));
    }

    public StepPlan plan() {
        return new StepPlan(prints);
    }
}
