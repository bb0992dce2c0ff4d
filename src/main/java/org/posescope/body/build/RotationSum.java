package org.posescope.body.build;

/** A weighted mean of rotations: the normalised sum of their quaternions, all on the side of the first. */
final class RotationSum {
    private double w;
    private double x;
    private double y;
    private double z;

    void add(double weight, Rotation r) {
        double share = w * r.w() + x * r.x() + y * r.y() + z * r.z() < 0 ? -weight : weight;
        w += share * r.w();
        x += share * r.x();
        y += share * r.y();
        z += share * r.z();
    }

    Rotation mean() {
        return new Rotation(w, x, y, z).unit();
    }
}
