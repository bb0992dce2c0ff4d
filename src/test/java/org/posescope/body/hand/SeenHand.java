package org.posescope.body.hand;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Hand;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeletons;

/** The 21 points of a hand of the free body by forward kinematics over the rotations that a body is posed with. */
final class SeenHand {
    private static final double PIXELS_PER_METRE = 900;

    private SeenHand() {}

    /** The landmarks, in metres from the wrist, in the axes of whoever sees the palm turned so. */
    static List<Vec3> points(HandFigure figure, HandPose pose) {
        List<Quaternion> rotations = pose.rotations(figure);
        List<Vec3> points = new ArrayList<>(List.of(Vec3.ZERO));
        for (int f = 0; f < HandFigure.FINGERS; f++) {
            List<Vec3> rest = figure.fingers().get(f).points();
            double[] shares = HandFigure.landmarkShares(f);
            Rotation turn = pose.palm();
            Vec3 at = turn.apply(rest.getFirst());
            for (int joint = 0; joint < 3; joint++) {
                turn = turn.times(Wrist.rotation(rotations.get(HandFigure.firstJoint(f) + joint)));
                Vec3 bone = turn.apply(rest.get(joint + 1).minus(rest.get(joint)));
                if (joint == 0) {
                    points.add(at.plus(shares[0], bone));
                }
                at = at.plus(bone);
                points.add(at.plus(shares[joint + 1], bone));
            }
        }
        return points;
    }

    /** Each coordinate with an error of a standard deviation in metres. */
    static List<Vec3> noisy(List<Vec3> points, double deviation, Random random) {
        return points.stream().map(p -> p.plus(new Vec3(deviation * random.nextGaussian(),
                deviation * random.nextGaussian(), deviation * random.nextGaussian()))).toList();
    }

    /** As the networks give it: in space and, seen from far away, in the picture. */
    static Hand hand(List<Vec3> points) {
        List<Keypoint> picture = points.stream().map(p -> new Keypoint((float) (300 + PIXELS_PER_METRE * p.x()),
                (float) (200 + PIXELS_PER_METRE * p.y()), 1)).toList();
        List<Joint> world = points.stream()
                .map(p -> new Joint((float) p.x(), (float) p.y(), (float) p.z(), 1)).toList();
        return new Hand(1, new Keypoints(Skeletons.HAND21, picture), new Joints3d(Skeletons.HAND21, world));
    }

    /** Mean angle between the rotations of the 15 joints of two poses, degrees. */
    static double error(HandFigure figure, HandPose a, HandPose b) {
        List<Quaternion> one = a.rotations(figure);
        List<Quaternion> other = b.rotations(figure);
        double sum = 0;
        for (int k = 0; k < one.size(); k++) {
            Rotation way = Wrist.rotation(one.get(k)).inverse().times(Wrist.rotation(other.get(k)));
            sum += 2 * Math.toDegrees(Math.atan2(new Vec3(way.x(), way.y(), way.z()).length(), Math.abs(way.w())));
        }
        return sum / one.size();
    }
}
