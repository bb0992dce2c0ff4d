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
    /** How much of what lies along the picture comes from the points in it, which are found better than those in space. */
    private static final double PICTURE_SHARE = 0.5;

    private final HandFigure figure;
    private final List<FingerSolver> solvers;

    HandSolver(HandFigure figure) {
        this.figure = figure;
        solvers = figure.fingers().stream().map(FingerSolver::new).toList();
    }

    /** The pose of a hand that was seen; its palm in the axes of the camera. */
    HandPose solve(Hand hand) {
        return solve(withPicture(hand));
    }

    /** The pose of a hand by its points, in metres of any origin. */
    HandPose solve(List<Vec3> points) {
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

    /** The points in space, with what the picture says of them across the line of sight, brought to their scale. */
    private static List<Vec3> withPicture(Hand hand) {
        List<Joint> world = hand.world().joints();
        List<Keypoint> picture = hand.points().points();
        Vec3 middle = RotationFit.middle(world.stream().map(HandSolver::place).toList());
        Vec3 pictureMiddle = RotationFit.middle(picture.stream().map(HandSolver::place).toList());
        double along = 0;
        double squares = 0;
        for (int k = 0; k < world.size(); k++) {
            Vec3 seen = place(picture.get(k)).minus(pictureMiddle);
            along += seen.dot(place(world.get(k)).minus(middle));
            squares += seen.dot(seen);
        }
        double metresPerPixel = squares > 0 ? Math.max(0, along / squares) : 0;
        double share = metresPerPixel > 0 ? PICTURE_SHARE : 0;
        List<Vec3> points = new ArrayList<>();
        for (int k = 0; k < world.size(); k++) {
            Vec3 inSpace = place(world.get(k)).minus(middle);
            Vec3 seen = place(picture.get(k)).minus(pictureMiddle).times(metresPerPixel);
            points.add(inSpace.lerp(new Vec3(seen.x(), seen.y(), inSpace.z()), share));
        }
        return points;
    }

    private static Vec3 place(Joint joint) {
        return new Vec3(joint.x(), joint.y(), joint.z());
    }

    private static Vec3 place(Keypoint point) {
        return new Vec3(point.x(), point.y(), 0);
    }
}
