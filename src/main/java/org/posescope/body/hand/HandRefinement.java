package org.posescope.body.hand;

import java.util.List;

import org.posescope.body.math.NormalEquations;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Hand;
import org.posescope.pose.Joint;
import org.posescope.pose.Keypoint;

/**
 * Brings a whole hand nearest to what was seen of it, palm and fingers together, by a few damped Gauss-Newton steps within the fingers'
 * ranges. Networks know best where points are in the picture, so these lead; depths are often too flat and count less. What neither
 * tells is as hands mostly are: the joints of a finger bend together, and fingers are hardly spread.
 */
final class HandRefinement {
    private static final int STEPS = 6;
    /** Deviations of what networks say across the line of sight and along it, metres. */
    private static final double PICTURE = 0.004;
    private static final double DEPTH = 0.015;
    /** Of the size of the hand in the picture from what its points in space make of it, as a share. */
    private static final double SCALE = 0.1;
    /** Of angles of fingers from what is usual, radians. */
    private static final double SPREAD = Math.toRadians(6);
    private static final double TWIST = Math.toRadians(12);
    private static final double THUMB = Math.toRadians(25);
    private static final double FIRST_BEND = Math.toRadians(25);
    private static final double LAST_BEND = Math.toRadians(12);
    /** Of the bend of a finger's middle joint. */
    private static final double USUAL_FIRST = 0.8;
    private static final double USUAL_LAST = 0.6;
    private static final double DAMPING = 1;

    private static final int TRANSLATION = 3;
    private static final int SIZE = 6;
    private static final int FINGERS = 7;
    private static final int UNKNOWNS = FINGERS + HandFigure.FINGERS * Finger.ANGLES;
    private static final int POINTS_PER_FINGER = 4;

    private final HandFigure figure;
    private final Hand hand;
    private final double firstScale;
    private Rotation palm;
    private final List<double[]> angles;
    private Vec3 wrist;
    private double metresPerPixel;

    /**
     * @param start          near the pose
     * @param metresPerPixel about the size of the hand in the picture
     */
    HandRefinement(HandFigure figure, HandPose start, Hand hand, double metresPerPixel) {
        this.figure = figure;
        this.hand = hand;
        this.firstScale = metresPerPixel;
        this.metresPerPixel = metresPerPixel;
        palm = start.palm();
        angles = start.angles().stream().map(double[]::clone).toList();
        Keypoint seen = hand.points().points().getFirst();
        wrist = new Vec3(metresPerPixel * seen.x(), metresPerPixel * seen.y(), hand.world().joints().getFirst().z());
    }

    HandPose refine() {
        for (int step = 0; step < STEPS; step++) {
            NormalEquations equations = new NormalEquations(UNKNOWNS, DAMPING);
            addPoints(equations);
            addHabits(equations);
            move(equations.solve());
        }
        return new HandPose(palm, angles);
    }

    private void addPoints(NormalEquations equations) {
        PosedHand posed = PosedHand.of(figure, palm, angles);
        for (int k = 0; k < posed.points().size(); k++) {
            Vec3 point = wrist.plus(posed.points().get(k));
            List<Vec3> moves = posed.moves().get(k);
            int finger = FINGERS + Math.floorDiv(k - 1, POINTS_PER_FINGER) * Finger.ANGLES;
            Keypoint seen = hand.points().points().get(k);
            Joint world = hand.world().joints().get(k);
            double[] x = new double[UNKNOWNS];
            double[] y = new double[UNKNOWNS];
            double[] z = new double[UNKNOWNS];
            for (int m = 0; m < moves.size(); m++) {
                int unknown = m < TRANSLATION ? m : finger + m - TRANSLATION;
                x[unknown] = moves.get(m).x() / PICTURE;
                y[unknown] = moves.get(m).y() / PICTURE;
                z[unknown] = moves.get(m).z() / DEPTH;
            }
            x[TRANSLATION] = 1 / PICTURE;
            y[TRANSLATION + 1] = 1 / PICTURE;
            z[TRANSLATION + 2] = 1 / DEPTH;
            x[SIZE] = -seen.x() / PICTURE;
            y[SIZE] = -seen.y() / PICTURE;
            equations.add(x, (metresPerPixel * seen.x() - point.x()) / PICTURE);
            equations.add(y, (metresPerPixel * seen.y() - point.y()) / PICTURE);
            equations.add(z, (world.z() - point.z()) / DEPTH);
        }
    }

    private void addHabits(NormalEquations equations) {
        double[] size = new double[UNKNOWNS];
        size[SIZE] = 1 / (SCALE * firstScale);
        equations.add(size, (firstScale - metresPerPixel) / (SCALE * firstScale));
        addHabit(equations, 0, Finger.SPREAD, THUMB);
        addHabit(equations, 0, Finger.BEND, THUMB);
        addHabit(equations, 0, Finger.TWIST, TWIST);
        addHabit(equations, 0, Finger.LAST_BEND, 1, THUMB);
        for (int f = 1; f < HandFigure.FINGERS; f++) {
            addHabit(equations, f, Finger.SPREAD, SPREAD);
            addHabit(equations, f, Finger.BEND, USUAL_FIRST, FIRST_BEND);
            addHabit(equations, f, Finger.LAST_BEND, USUAL_LAST, LAST_BEND);
        }
    }

    /** An angle is usually 0. */
    private void addHabit(NormalEquations equations, int finger, int angle, double deviation) {
        addHabit(equations, finger, angle, 0, deviation);
    }

    /** An angle is usually a share of the bend of the middle joint. */
    private void addHabit(NormalEquations equations, int finger, int angle, double share, double deviation) {
        double[] row = new double[UNKNOWNS];
        double[] now = angles.get(finger);
        int first = FINGERS + finger * Finger.ANGLES;
        row[first + angle] = 1 / deviation;
        row[first + Finger.MIDDLE_BEND] = -share / deviation;
        equations.add(row, (share * now[Finger.MIDDLE_BEND] - now[angle]) / deviation);
    }

    private void move(double[] change) {
        Vec3 turn = new Vec3(change[0], change[1], change[2]);
        if (turn.length() > 0) {
            palm = Rotation.about(turn.unit(), turn.length()).times(palm);
        }
        wrist = wrist.plus(new Vec3(change[TRANSLATION], change[TRANSLATION + 1], change[TRANSLATION + 2]));
        metresPerPixel += change[SIZE];
        for (int f = 0; f < HandFigure.FINGERS; f++) {
            for (int k = 0; k < Finger.ANGLES; k++) {
                angles.get(f)[k] += change[FINGERS + f * Finger.ANGLES + k];
            }
            figure.fingers().get(f).limit(angles.get(f));
        }
    }
}
