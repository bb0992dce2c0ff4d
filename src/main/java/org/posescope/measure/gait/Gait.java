package org.posescope.measure.gait;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.posescope.body.math.Vec3;

/**
 * How somebody walks.
 *
 * @param fps     frames a second
 * @param stances of both feet, in order of their first frames
 * @param steps   from each stance to the next one of the other foot, as far as somebody goes on with it
 */
public record Gait(double fps, List<Stance> stances, List<Step> steps) {
    /** Contacts that are shorter are none, and gaps that are shorter do not part them, seconds. */
    private static final double SHORTEST = 0.1;
    /** After longer standing the next contact is no step of the same walk, seconds. */
    private static final double LONGEST_STEP = 2;
    private static final double SHORTEST_STEP = 0.05;
    private static final double MINUTE = 60;

    public Gait {
        stances = List.copyOf(stances);
        steps = List.copyOf(steps);
    }

    /**
     * A foot that comes to stand ahead of the other, or beside or behind it.
     *
     * @param left    whether the left foot makes it
     * @param frame   of the contact
     * @param seconds since the contact of the other foot
     * @param length  between the ankles along the floor, metres
     */
    public record Step(boolean left, int frame, double seconds, double length) {}

    /**
     * The gait of somebody.
     *
     * @param left  by frame
     * @param right by frame, as many
     */
    public static Gait of(double fps, List<FootFrame> left, List<FootFrame> right) {
        List<Stance> all = Stream.concat(stances(true, fps, left).stream(), stances(false, fps, right).stream())
                .sorted(Comparator.comparingInt(Stance::from)).toList();
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            Stance from = all.get(i - 1);
            Stance to = all.get(i);
            double seconds = (to.from() - from.from()) / fps;
            double length = to.place().minus(from.place()).without(Vec3.Y).length();
            if (from.left() != to.left() && seconds <= LONGEST_STEP && length >= SHORTEST_STEP) {
                steps.add(new Step(to.left(), to.from(), seconds, length));
            }
        }
        return new Gait(fps, all, steps);
    }

    /**
     * A foot in a frame.
     *
     * @param stands whether it is planted
     * @param ankle  where it is, metres, y up
     */
    public record FootFrame(boolean stands, Vec3 ankle) {}

    /** Steps a minute; empty without a step. */
    public OptionalDouble cadence() {
        OptionalDouble seconds = steps.stream().mapToDouble(Step::seconds).filter(each -> each > 0).average();
        return seconds.isPresent() ? OptionalDouble.of(MINUTE / seconds.getAsDouble()) : OptionalDouble.empty();
    }

    /** The mean length of the steps of a foot, metres; empty without a step. */
    public OptionalDouble stepLength(boolean left) {
        return steps.stream().filter(each -> each.left() == left).mapToDouble(Step::length).average();
    }

    private static List<Stance> stances(boolean left, double fps, List<FootFrame> feet) {
        int shortest = (int) Math.ceil(SHORTEST * fps);
        List<Stance> stances = new ArrayList<>();
        int from = -1;
        int last = -1;
        for (int i = 0; i < feet.size(); i++) {
            if (feet.get(i).stands()) {
                from = from < 0 ? i : from;
                last = i;
            }
            if (from >= 0 && (i - last > shortest || i == feet.size() - 1)) {
                if (last - from + 1 >= shortest) {
                    stances.add(new Stance(left, from, last, middle(feet.subList(from, last + 1))));
                }
                from = -1;
            }
        }
        return stances;
    }

    private static Vec3 middle(List<FootFrame> feet) {
        return Vec3.mean(feet.stream().filter(FootFrame::stands).map(FootFrame::ankle).toArray(Vec3[]::new));
    }
}
