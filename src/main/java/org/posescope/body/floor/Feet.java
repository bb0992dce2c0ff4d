package org.posescope.body.floor;

import java.util.List;

import org.posescope.body.math.Vec3;

/**
 * How somebody stands. Metres, camera frame.
 *
 * @param left        points of the underside of the left foot
 * @param right       likewise
 * @param gap         from those points down to what the foot stands on
 * @param mass        the centre of mass
 * @param kneeFlexion of the knee that is bent more, degrees
 * @param wrists      both
 */
record Feet(List<Vec3> left, List<Vec3> right, double gap, Vec3 mass, double kneeFlexion, List<Vec3> wrists) {
    /** A wrist that is less above the feet may belong to a hand that leans on the floor, metres. */
    private static final double HAND = 0.3;

    Feet {
        left = List.copyOf(left);
        right = List.copyOf(right);
        wrists = List.copyOf(wrists);
    }

    /** The middle of each foot: left, right. */
    List<Vec3> middles() {
        return List.of(middle(left), middle(right));
    }

    /** The way from between the feet to the centre of mass, which is upwards where somebody stands still. */
    Vec3 balance() {
        return mass.minus(middle(left).lerp(middle(right), 0.5)).unit();
    }

    /** Whether no hand is so low that it may carry a part of the body. */
    boolean aloneCarry(Vec3 up) {
        double lower = Math.min(up.dot(lowest(true, up)), up.dot(lowest(false, up)));
        return wrists.stream().allMatch(wrist -> up.dot(wrist) - lower > HAND);
    }

    /** The lowest point of a foot. */
    Vec3 lowest(boolean ofLeft, Vec3 up) {
        List<Vec3> points = ofLeft ? left : right;
        Vec3 lowest = points.stream().min((a, b) -> Double.compare(up.dot(a), up.dot(b))).orElseThrow();
        return lowest.plus(-gap, up);
    }

    private static Vec3 middle(List<Vec3> points) {
        return Vec3.mean(points.toArray(Vec3[]::new));
    }
}
