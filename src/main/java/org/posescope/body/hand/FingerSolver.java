package org.posescope.body.hand;

import java.util.List;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/** Finds the angles of one finger roughly: each joint by itself from the direction of its bone. */
final class FingerSolver {
    private final Finger finger;

    FingerSolver(Finger finger) {
        this.finger = finger;
    }

    /**
     * The angles that turn each bone towards its direction, within the finger's ranges.
     *
     * @param directions unit vectors of the three bones, in the axes of the palm at rest
     */
    double[] solve(List<Vec3> directions) {
        double[] angles = new double[Finger.ANGLES];
        Vec3 along = finger.along();
        Vec3 first = directions.getFirst();
        Vec3 palmward = finger.across().cross(along);
        double sideways = Math.clamp(first.dot(finger.across()), -1, 1);
        double ahead = first.dot(along);
        double down = first.dot(palmward);
        angles[Finger.BEND] = Math.atan2(down, Math.hypot(ahead, sideways) * (ahead < 0 ? -1 : 1));
        Vec3 side = finger.up().cross(along);
        angles[Finger.SPREAD] = Math.atan2(first.dot(side), Math.max(Math.abs(ahead), 0.3));
        finger.limit(angles);
        Rotation before = finger.turn(0, angles);
        for (int joint = 1; joint < Finger.BONES; joint++) {
            Vec3 rest = finger.points().get(joint + 1).minus(finger.points().get(joint)).unit();
            Vec3 seen = before.inverse().apply(directions.get(joint));
            Vec3 flatRest = rest.without(finger.across());
            Vec3 flatSeen = seen.without(finger.across());
            int angle = joint == 1 ? Finger.MIDDLE_BEND : Finger.LAST_BEND;
            angles[angle] = Math.atan2(flatRest.cross(flatSeen).dot(finger.across()), flatRest.dot(flatSeen));
            finger.limit(angles);
            before = before.times(finger.turn(joint, angles));
        }
        return angles;
    }
}
