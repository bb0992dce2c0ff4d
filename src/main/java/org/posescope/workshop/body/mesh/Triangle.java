package org.posescope.workshop.body.mesh;

import org.posescope.body.math.Vec3;

/** Measures of a triangle in space. */
public final class Triangle {
    private Triangle() {}

    /** The normal, outwards when the corners are counter-clockwise seen from outside; its length is twice the area. */
    public static Vec3 normal(Vec3 a, Vec3 b, Vec3 c) {
        return b.minus(a).cross(c.minus(a));
    }

    /** 1 for an equilateral triangle, towards 0 for a sliver: 4 sqrt(3) area / sum of squared sides. */
    public static double quality(Vec3 a, Vec3 b, Vec3 c) {
        Vec3 ab = b.minus(a);
        Vec3 bc = c.minus(b);
        Vec3 ca = a.minus(c);
        double squares = ab.dot(ab) + bc.dot(bc) + ca.dot(ca);
        return squares > 0 ? 2 * Math.sqrt(3) * normal(a, b, c).length() / squares : 0;
    }
}
