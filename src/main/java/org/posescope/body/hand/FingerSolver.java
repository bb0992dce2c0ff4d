package org.posescope.body.hand;

import java.util.ArrayList;
import java.util.List;

import org.posescope.body.math.Cholesky;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/**
 * Finds the angles of one finger: first each joint by itself from the direction of its bone, then a few damped Gauss-Newton steps
 * for all of them within their ranges.
 */
final class FingerSolver {
    private static final int STEPS = 5;
    private static final int BONES = 3;
    /** Pulls each angle towards where it was found first, so that what the points do not say stays quiet; square metres. */
    private static final double DAMPING = 2e-6;
    /** Pulls the last joint towards its usual share of the one before; square metres. */
    private static final double HABIT = 4e-6;
    private static final double USUAL_SHARE = 0.6;

    private final Finger finger;

    FingerSolver(Finger finger) {
        this.finger = finger;
    }

    /** Where joints are and how they are turned in a pose. */
    private record Posed(List<Vec3> points, List<Rotation> turns) {}

    /**
     * The angles that bring the bones nearest to their directions.
     *
     * @param directions unit vectors of the three bones, in the axes of the palm at rest
     */
    double[] solve(List<Vec3> directions) {
        List<Vec3> goals = new ArrayList<>();
        Vec3 at = finger.points().getFirst();
        for (int bone = 0; bone < BONES; bone++) {
            at = at.plus(finger.boneLength(bone), directions.get(bone));
            goals.add(at);
        }
        double[] angles = analytic(directions);
        for (int step = 0; step < STEPS; step++) {
            improve(angles, goals);
        }
        return angles;
    }

    private double[] analytic(List<Vec3> directions) {
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
        for (int joint = 1; joint < BONES; joint++) {
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

    private void improve(double[] angles, List<Vec3> goals) {
        Posed posed = pose(angles);
        Vec3[][] moves = new Vec3[Finger.ANGLES][BONES];
        List<Vec3> axes = axes(angles, posed);
        for (int k = 0; k < Finger.ANGLES; k++) {
            int joint = k < Finger.MIDDLE_BEND ? 0 : k - Finger.MIDDLE_BEND + 1;
            for (int point = 0; point < BONES; point++) {
                boolean fixed = point < joint || finger.range()[k][0] == finger.range()[k][1];
                moves[k][point] = fixed
                        ? Vec3.ZERO
                        : axes.get(k).cross(posed.points.get(point + 1).minus(posed.points.get(joint)));
            }
        }
        double[][] matrix = new double[Finger.ANGLES][Finger.ANGLES];
        double[] right = new double[Finger.ANGLES];
        for (int r = 0; r < Finger.ANGLES; r++) {
            matrix[r][r] += DAMPING;
            for (int point = 0; point < BONES; point++) {
                right[r] += moves[r][point].dot(goals.get(point).minus(posed.points.get(point + 1)));
                for (int c = 0; c <= r; c++) {
                    matrix[r][c] += moves[r][point].dot(moves[c][point]);
                }
            }
        }
        double unusual = USUAL_SHARE * angles[Finger.MIDDLE_BEND] - angles[Finger.LAST_BEND];
        matrix[Finger.LAST_BEND][Finger.LAST_BEND] += HABIT;
        right[Finger.LAST_BEND] += HABIT * unusual;
        double[] change = Cholesky.solve(matrix, right);
        for (int k = 0; k < Finger.ANGLES; k++) {
            angles[k] += change[k];
        }
        finger.limit(angles);
    }

    private Posed pose(double[] angles) {
        List<Vec3> points = new ArrayList<>(List.of(finger.points().getFirst()));
        List<Rotation> turns = new ArrayList<>();
        Rotation turn = Rotation.IDENTITY;
        for (int joint = 0; joint < BONES; joint++) {
            turn = turn.times(finger.turn(joint, angles));
            turns.add(turn);
            Vec3 bone = finger.points().get(joint + 1).minus(finger.points().get(joint));
            points.add(points.getLast().plus(turn.apply(bone)));
        }
        return new Posed(points, turns);
    }

    /** The axis of each angle as it is turned by those before it. */
    private List<Vec3> axes(double[] angles, Posed posed) {
        Rotation spread = Rotation.about(finger.up(), angles[Finger.SPREAD]);
        Rotation bent = spread.times(Rotation.about(finger.across(), angles[Finger.BEND]));
        return List.of(finger.up(), spread.apply(finger.across()), bent.apply(finger.along()),
                posed.turns.get(0).apply(finger.across()), posed.turns.get(1).apply(finger.across()));
    }
}
