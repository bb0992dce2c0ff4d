package org.posescope.workshop.body.surface;

import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

import org.posescope.body.math.Vec3;

/**
 * Where something that covers the body ends: a plane, or a surface bent a little, that cuts the body.
 *
 * @param height of a point above it, in metres
 * @param up     unit vector in which the height grows
 * @param region where it is valid
 */
record Seam(ToDoubleFunction<Vec3> height, Vec3 up, Predicate<Vec3> region) {
    /** Points this near to it, in metres, are on it. */
    static final double WIDTH = 1e-4;

    static Seam plane(Vec3 through, Vec3 up, Predicate<Vec3> region) {
        Vec3 unit = up.unit();
        return new Seam(p -> p.minus(through).dot(unit), unit, region);
    }

    double above(Vec3 p) {
        return height.applyAsDouble(p);
    }

    boolean isValid(Vec3 p) {
        return region.test(p);
    }

    /** Whether the seam is valid at a point and below it, or there. */
    boolean isBelow(Vec3 p) {
        return isValid(p) && above(p) > -WIDTH;
    }

    /** Whether an edge passes through the seam, its ends not being on it. */
    boolean isCrossedBy(Vec3 from, Vec3 to) {
        double a = above(from);
        double b = above(to);
        return isValid(from) && isValid(to) && a * b < 0 && Math.min(Math.abs(a), Math.abs(b)) > WIDTH;
    }
}
