package org.posescope.body.hand;

import java.util.ArrayList;
import java.util.List;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/**
 * The 21 landmarks of a hand in a pose, and how they move when it changes.
 *
 * @param points metres from the wrist, axes of whoever sees the palm turned so
 * @param moves  of each point: its change when the palm turns about each of the three axes, and, for a point of a finger, when each of
 *               its {@value Finger#ANGLES} angles grows; metres a radian
 */
record PosedHand(List<Vec3> points, List<List<Vec3>> moves) {
    static PosedHand of(HandFigure figure, Rotation palm, List<double[]> angles) {
        List<Vec3> points = new ArrayList<>(List.of(Vec3.ZERO));
        List<List<Vec3>> moves = new ArrayList<>(List.of(turns(Vec3.ZERO)));
        for (int f = 0; f < HandFigure.FINGERS; f++) {
            addFinger(figure.fingers().get(f), HandFigure.landmarkShares(f), palm, angles.get(f), points, moves);
        }
        return new PosedHand(points, moves);
    }

    private static void addFinger(Finger finger, double[] shares, Rotation palm, double[] angles, List<Vec3> points,
            List<List<Vec3>> moves) {
        Vec3[] joints = new Vec3[Finger.BONES + 1];
        Vec3[] bones = new Vec3[Finger.BONES];
        Vec3[] axes = new Vec3[Finger.ANGLES];
        axes[Finger.SPREAD] = finger.up();
        Rotation spread = Rotation.about(finger.up(), angles[Finger.SPREAD]);
        axes[Finger.BEND] = spread.apply(finger.across());
        axes[Finger.TWIST] = spread.times(Rotation.about(finger.across(), angles[Finger.BEND])).apply(finger.along());
        joints[0] = finger.points().getFirst();
        Rotation turn = Rotation.IDENTITY;
        for (int joint = 0; joint < Finger.BONES; joint++) {
            if (joint > 0) {
                axes[Finger.TWIST + joint] = turn.apply(finger.across());
            }
            turn = turn.times(finger.turn(joint, angles));
            bones[joint] = turn.apply(finger.points().get(joint + 1).minus(finger.points().get(joint)));
            joints[joint + 1] = joints[joint].plus(bones[joint]);
        }
        for (int joint = 0; joint <= Finger.BONES; joint++) {
            int bone = Math.max(0, joint - 1);
            Vec3 point = joints[joint].plus(shares[joint], bones[bone]);
            points.add(palm.apply(point));
            List<Vec3> move = turns(points.getLast());
            for (int k = 0; k < Finger.ANGLES; k++) {
                int pivot = Math.max(0, k - Finger.TWIST);
                move.add(pivot <= bone && finger.free(k)
                        ? palm.apply(axes[k].cross(point.minus(joints[pivot])))
                        : Vec3.ZERO);
            }
            moves.add(move);
        }
    }

    private static List<Vec3> turns(Vec3 point) {
        return new ArrayList<>(List.of(Vec3.X.cross(point), Vec3.Y.cross(point), Vec3.Z.cross(point)));
    }
}
