package org.posescope.body.math;

/** A weighted mean of rotations: the sum of their quaternions, each on the side of those before it, scaled to length 1. */
public final class RotationSum {
    private double w;
    private double x;
    private double y;
    private double z;

    public void add(double weight, Rotation r) {
        double share = w * r.w() + x * r.x() + y * r.y() + z * r.z() < 0 ? -weight : weight;
        w += share * r.w();
        x += share * r.x();
        y += share * r.y();
        z += share * r.z();
    }

    public Rotation mean() {
        return new Rotation(w, x, y, z).unit();
    }
}
