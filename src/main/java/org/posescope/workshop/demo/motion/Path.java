package org.posescope.workshop.demo.motion;

import org.posescope.body.math.Vec3;

/** A smooth way over the floor from one place to another, leaving and arriving in the directions they look in. */
final class Path {
    private static final int PIECES = 400;
    /** How far the end directions reach, in distances between the ends. */
    private static final double REACH = 1.0;

    private final Vec3[] points = new Vec3[PIECES + 1];
    private final double[] lengths = new double[PIECES + 1];

    Path(Standpoint from, Standpoint to) {
        double reach = REACH * from.point().distance(to.point());
        for (int k = 0; k <= PIECES; k++) {
            points[k] = Ease.hermite(from.point(), from.forward().times(reach), to.point(),
                    to.forward().times(reach), (double) k / PIECES);
            lengths[k] = k == 0 ? 0 : lengths[k - 1] + points[k].distance(points[k - 1]);
        }
    }

    double length() {
        return lengths[PIECES];
    }

    /** Where one is after some metres, looking ahead. */
    Standpoint at(double metres) {
        int k = 1;
        while (k < PIECES && lengths[k] < metres) {
            k++;
        }
        Vec3 step = points[k].minus(points[k - 1]);
        Vec3 point = points[k - 1].plus((metres - lengths[k - 1]) / (lengths[k] - lengths[k - 1]), step);
        return new Standpoint(point.x(), point.z(), StrictMath.atan2(step.x(), step.z()));
    }
}
