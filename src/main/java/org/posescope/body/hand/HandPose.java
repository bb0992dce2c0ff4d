package org.posescope.body.hand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Quaternion;
import org.posescope.pose.SmplFamily;

/**
 * How one hand is held.
 *
 * @param palm   how the palm is turned from rest, in the axes of whoever saw it
 * @param angles of each finger, thumb first: {@value Finger#ANGLES} in radians, 0 for a flat hand
 */
public record HandPose(Rotation palm, List<double[]> angles) {
    public HandPose {
        angles = angles.stream().map(double[]::clone).toList();
    }

    /** How a hand hangs of which nothing is known. */
    static HandPose relaxed() {
        double[] finger = radians(0, 22, 0, 30, 15);
        double[] thumb = radians(0, 8, 0, 12, 12);
        return new HandPose(Rotation.IDENTITY, List.of(thumb, finger, finger, finger, finger));
    }

    private static double[] radians(double... degrees) {
        return Arrays.stream(degrees).map(Math::toRadians).toArray();
    }

    /** A share of the way to another pose: 0 gives this, 1 the other. */
    HandPose towards(HandPose other, double share) {
        List<double[]> between = new ArrayList<>();
        for (int f = 0; f < angles.size(); f++) {
            double[] mixed = angles.get(f).clone();
            for (int k = 0; k < mixed.length; k++) {
                mixed[k] += share * (other.angles.get(f)[k] - mixed[k]);
            }
            between.add(mixed);
        }
        Rotation way = palm.inverse().times(other.palm);
        Rotation turned = new Vec3(way.x(), way.y(), way.z()).length() > 0 ? palm.times(way.share(share)) : palm;
        return new HandPose(turned, between);
    }

    /** The 15 rotations of a hand of SMPL-X. */
    List<Quaternion> rotations(HandFigure figure) {
        Quaternion[] all = new Quaternion[SmplFamily.HAND_JOINTS];
        for (int f = 0; f < HandFigure.FINGERS; f++) {
            for (int joint = 0; joint < 3; joint++) {
                Rotation r = figure.fingers().get(f).turn(joint, angles.get(f));
                all[HandFigure.firstJoint(f) + joint] = new Quaternion((float) r.w(), (float) r.x(), (float) r.y(),
                        (float) r.z());
            }
        }
        return List.of(all);
    }
}
