package org.posescope.body.hand;

import java.util.ArrayList;
import java.util.List;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.RotationFit;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Hand;
import org.posescope.pose.Joint;
import org.posescope.pose.Keypoint;

/** Finds how a hand is held from its 21 points in space and in the picture. */
final class HandSolver {
    private static final int POINTS_PER_FINGER = 4;
    private static final List<Integer> PALM = List.of(0, 5, 9, 13, 17);

    private final HandFigure figure;
    private final List<FingerSolver> solvers;

    HandSolver(HandFigure figure) {
        this.figure = figure;
        solvers = figure.fingers().stream().map(FingerSolver::new).toList();
    }

    /** The pose of a hand that was seen; its palm in the axes of the camera. */
    HandPose solve(Hand hand) {
        double metresPerPixel = metresPerPixel(hand);
        HandPose start = start(hand);
        return metresPerPixel > 0 ? new HandRefinement(figure, start, hand, metresPerPixel).refine() : start;
    }

    /** By the points in space alone, each finger by itself. */
    private HandPose start(Hand hand) {
        List<Vec3> points = hand.world().joints().stream().map(HandSolver::place).toList();
        Rotation palm = RotationFit.between(figure.palm(), PALM.stream().map(points::get).toList());
        List<double[]> angles = new ArrayList<>();
        for (int f = 0; f < HandFigure.FINGERS; f++) {
            List<Vec3> directions = new ArrayList<>();
            int first = 1 + f * POINTS_PER_FINGER;
            for (int k = first; k < first + POINTS_PER_FINGER - 1; k++) {
                directions.add(palm.inverse().apply(points.get(k + 1).minus(points.get(k))).unit());
            }
            angles.add(solvers.get(f).solve(directions));
        }
        return new HandPose(palm, angles);
    }

    /** The scale that brings the points in the picture nearest to those in space, across the line of sight; 0 where they are as good as one. */
    private static double metresPerPixel(Hand hand) {
        List<Vec3> world = hand.world().joints().stream().map(HandSolver::place).toList();
        List<Vec3> picture = hand.points().points().stream().map(HandSolver::place).toList();
        Vec3 middle = RotationFit.middle(world);
        Vec3 pictureMiddle = RotationFit.middle(picture);
        double along = 0;
        double squares = 0;
        for (int k = 0; k < world.size(); k++) {
            Vec3 seen = picture.get(k).minus(pictureMiddle);
            along += seen.dot(world.get(k).minus(middle));
            squares += seen.dot(seen);
        }
        return squares > 0 ? Math.max(0, along / squares) : 0;
    }

    private static Vec3 place(Joint joint) {
        return new Vec3(joint.x(), joint.y(), joint.z());
    }

    private static Vec3 place(Keypoint point) {
        return new Vec3(point.x(), point.y(), 0);
    }
}
