package org.posescope.body.fit;

import java.util.List;
import java.util.stream.IntStream;

import org.posescope.pose.Skeletons;

/** Finds the pose that fits its terms best, by the damped least squares of Levenberg and Marquardt. */
final class PoseSolver {
    private static final int[] FITTED = IntStream.range(0, BodyPose.JOINTS)
            .filter(joint -> !isEnd(Skeletons.SMPL24.names().get(joint))).toArray();
    private static final double FIRST_DAMPING = 1e-4;
    private static final double MOST_DAMPING = 10;
    /** Steps that gain less than this share of the cost end the search. */
    private static final double GAIN = 1e-3;

    private final Equations equations = new Equations(FITTED);
    private final BodyPose trial;
    private final int steps;

    /** @param steps the most that are taken */
    PoseSolver(BodyPose like, int steps) {
        this.trial = new BodyPose(like.figure());
        this.steps = steps;
    }

    /** No landmark tells about toes and fingers. */
    private static boolean isEnd(String joint) {
        return joint.endsWith("foot") || joint.endsWith("hand");
    }

    static double cost(List<Term> terms, BodyPose pose) {
        double sum = 0;
        for (Term term : terms) {
            sum += term.cost(pose);
        }
        return sum;
    }

    /** Improves the pose as far as the steps go; never makes it worse. */
    void improve(BodyPose pose, List<Term> terms) {
        double cost = cost(terms, pose);
        double damping = FIRST_DAMPING;
        for (int step = 0; step < steps && damping < MOST_DAMPING; step++) {
            equations.clear();
            terms.forEach(term -> term.addTo(equations, pose));
            double before = cost;
            while (cost == before && damping < MOST_DAMPING) {
                double moved = tryStep(pose, terms, damping);
                if (moved < cost) {
                    pose.copyFrom(trial);
                    cost = moved;
                    damping /= 4;
                } else {
                    damping *= 8;
                }
            }
            if (before - cost < GAIN * before) {
                return;
            }
        }
    }

    private double tryStep(BodyPose pose, List<Term> terms, double damping) {
        double[] change = equations.solve(damping);
        trial.copyFrom(pose);
        for (int joint : FITTED) {
            int column = equations.column(joint);
            trial.turn(joint, change[column], change[column + 1], change[column + 2]);
        }
        int at = equations.translationColumn();
        trial.move(change[at], change[at + 1], change[at + 2]);
        trial.depthError(pose.depthError() + change[equations.depthErrorColumn()]);
        trial.update();
        return cost(terms, trial);
    }
}
