package org.posescope.workshop.demo.motion;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.SmplJoints;

/** Bends a leg so that it reaches from hip to ankle: two bones and a direction for the knee leave one solution. */
final class LegSolver {
    /** A leg is never quite straight: near that the knee would jump. */
    static final double STRAIGHTEST = 0.9995;

    private final Vec3 thigh;
    private final Vec3 shank;

    /**
     * Rotations from the rest pose, in the world's axes.
     *
     * @param thigh of the hip's joint
     * @param shank of the knee's
     */
    record Leg(Rotation thigh, Rotation shank) {}

    LegSolver(BodyMeasures measures, Side side) {
        thigh = measures.bone(side.joint(SmplJoints.LEFT_HIP), side.joint(SmplJoints.LEFT_KNEE));
        shank = measures.bone(side.joint(SmplJoints.LEFT_KNEE), side.joint(SmplJoints.LEFT_ANKLE));
    }

    /** @param forward where the knee points */
    Leg reach(Vec3 hip, Vec3 ankle, Vec3 forward) {
        double a = thigh.length();
        double b = shank.length();
        Vec3 down = ankle.minus(hip).unit();
        double distance = Math.min(ankle.distance(hip), STRAIGHTEST * (a + b));
        Vec3 out = forward.without(down).unit();
        double cosine = (a * a + distance * distance - b * b) / (2 * a * distance);
        double sine = Math.sqrt(1 - cosine * cosine);
        Vec3 toKnee = down.times(a * cosine).plus(a * sine, out);
        Vec3 toAnkle = down.times(distance).minus(toKnee);
        // The hinge of the knee points to the left, as does x in the rest pose.
        Vec3 hinge = out.cross(down);
        return new Leg(Rotation.aligning(thigh, Vec3.X, toKnee, hinge),
                Rotation.aligning(shank, Vec3.X, toAnkle, hinge));
    }
}
