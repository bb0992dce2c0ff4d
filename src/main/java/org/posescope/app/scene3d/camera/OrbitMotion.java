package org.posescope.app.scene3d.camera;

import org.posescope.draw.scene.OrbitCamera;
import org.posescope.pose.Vector3;

/** Moves an orbit's camera smoothly to where it shall be: the rest of the way shrinks exponentially. */
final class OrbitMotion {
    private static final double CLOSE_ENOUGH = 1e-3;

    private OrbitCamera now;
    private OrbitCamera goal;
    private double timeConstant = 1;

    OrbitMotion(OrbitCamera start) {
        now = start;
        goal = start;
    }

    OrbitCamera now() {
        return now;
    }

    OrbitCamera goal() {
        return goal;
    }

    /** @param seconds in which the way shrinks to a third; 0 to be there at once */
    void moveTo(OrbitCamera there, double seconds) {
        goal = there;
        timeConstant = seconds;
        if (seconds <= 0) {
            now = there;
        }
    }

    boolean moving() {
        return !now.equals(goal);
    }

    /** @param seconds since the last step */
    void step(double seconds) {
        if (!moving()) {
            return;
        }
        double share = 1 - Math.exp(-seconds / timeConstant);
        double turn = Math.IEEEremainder(goal.azimuth() - now.azimuth(), 2 * Math.PI);
        double nearer = Math.log(goal.distance() / now.distance());
        double away = distance(now.target(), goal.target()) + Math.abs(turn)
                + Math.abs(goal.elevation() - now.elevation()) + Math.abs(nearer);
        now = away < CLOSE_ENOUGH
                ? goal
                : new OrbitCamera(now.azimuth() + share * turn,
                        now.elevation() + share * (goal.elevation() - now.elevation()),
                        now.distance() * Math.exp(share * nearer), mix(now.target(), goal.target(), (float) share),
                        goal.fieldOfView());
    }

    private static double distance(Vector3 a, Vector3 b) {
        return Math.hypot(Math.hypot(b.x() - a.x(), b.y() - a.y()), b.z() - a.z());
    }

    private static Vector3 mix(Vector3 a, Vector3 b, float share) {
        return new Vector3(a.x() + share * (b.x() - a.x()), a.y() + share * (b.y() - a.y()),
                a.z() + share * (b.z() - a.z()));
    }
}
