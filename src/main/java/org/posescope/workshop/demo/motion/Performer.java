package org.posescope.workshop.demo.motion;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.SmplJoints;

/** One person's motion: gives the pose at any time. Immutable. */
public final class Performer {
    private static final ArmPose HANGING = ArmPose.degrees(9, 2, 2, 17, 28, 32);
    private static final ArmPose BALANCE = ArmPose.degrees(10, 62, 6, 12, 20, 14);
    private static final ArmPose WAVING = ArmPose.degrees(68, 14, 76, 100, 0, 4);
    private static final double WAVES_PER_SECOND = 1.75;
    /** Arms follow the legs a little late. */
    private static final double ARM_LAG = 0.06;
    private static final double ARM_SWING_PER_METRE = Math.toRadians(32);
    private static final double LEAN_PER_SPEED = Math.toRadians(3);
    private static final double EYES_ABOVE_PELVIS = 0.72;
    private static final double SQUAT_DROP = 0.44;
    private static final double SQUAT_BACK = 0.16;
    private static final double KNEES_APART = 0.5;

    private final Part part;
    private final BodyMeasures measures;
    private final PelvisTrack pelvis;
    private final Sway sway;
    private final Map<Side, LegSolver> legs = new EnumMap<>(Side.class);

    /** @param end of the clip */
    public Performer(Part part, BodyMeasures measures, double end) {
        this.part = part;
        this.measures = measures;
        pelvis = new PelvisTrack(part.steps(), measures, end);
        sway = new Sway(part.seed());
        for (Side side : Side.values()) {
            legs.put(side, new LegSolver(measures, side));
        }
    }

    /** Whether a foot bears, from heel strike until its toes leave the floor. */
    public boolean isPlanted(Side side, double time) {
        return part.steps().isPlanted(side, time);
    }

    public ActorPose pose(double time) {
        Rotation[] local = new Rotation[SmplJoints.COUNT];
        Arrays.fill(local, Rotation.IDENTITY);
        double squat = part.squat().value(time);
        Rotation hips = hips(time, squat);
        Vec3 joint = pelvisJoint(time, squat);
        local[SmplJoints.PELVIS] = hips;
        Rotation chest = bendTrunk(local, time, squat);
        for (Side side : Side.values()) {
            arm(side, time, squat).put(side, local);
            bendLeg(side, time, joint, hips, local);
        }
        lookAround(local, time, joint.plus(EYES_ABOVE_PELVIS, Vec3.Y), chest);
        return new ActorPose(joint, Arrays.asList(local));
    }

    private double speed(double time) {
        double span = 0.1;
        return pelvis.place(time + span).point().distance(pelvis.place(time - span).point()) / (2 * span);
    }

    private Rotation hips(double time, double squat) {
        double tilt = Math.toRadians(2) + 0.4 * LEAN_PER_SPEED * speed(time) + Math.toRadians(24) * squat;
        return pelvis.rotation(time).times(Rotation.about(Vec3.X, tilt));
    }

    private Vec3 pelvisJoint(double time, double squat) {
        double leg = measures.thigh() + measures.shank();
        Standpoint place = pelvis.place(time);
        return pelvis.joint(time)
                .plus(-squat * SQUAT_DROP * leg, Vec3.Y)
                .plus(0.004 * sway.at(time, 0) - squat * SQUAT_BACK * leg, place.forward())
                .plus(0.007 * sway.at(time, 1), place.left(1).point().minus(place.point()))
                .plus(-0.003, Vec3.Y);
    }

    /** Turns the three joints of the back, and gives the rotation of the chest in the world. */
    private Rotation bendTrunk(Rotation[] local, double time, double squat) {
        double counter = -1.7 * pelvis.yaw(time) + Math.toRadians(1.2) * sway.at(time, 2);
        double side = -pelvis.list(time) + Math.toRadians(0.8) * sway.at(time, 3);
        double forward = 0.6 * LEAN_PER_SPEED * speed(time) + Math.toRadians(26) * squat
                - Math.toRadians(0.8) * sway.breath(time) - Math.toRadians(2);
        Rotation third = Rotation.about(Vec3.Y, counter / 3).times(Rotation.about(Vec3.Z, side / 3))
                .times(Rotation.about(Vec3.X, forward / 3));
        Rotation chest = local[SmplJoints.PELVIS];
        for (int joint : new int[] {SmplJoints.SPINE1, SmplJoints.SPINE2, SmplJoints.SPINE3}) {
            local[joint] = third;
            chest = chest.times(third);
        }
        return chest;
    }

    private ArmPose arm(Side side, double time, double squat) {
        double swing = -side.sign() * ARM_SWING_PER_METRE * pelvis.leftAhead(time - ARM_LAG);
        ArmPose pose = HANGING
                .plus(new ArmPose(Math.toRadians(1.3) * sway.at(time, side == Side.LEFT ? 4 : 5), swing, 0,
                        0.7 * Math.max(-0.25, swing) + Math.toRadians(2) * sway.at(time, side == Side.LEFT ? 6 : 7), 0,
                        0))
                .toward(BALANCE, squat);
        if (side == Side.LEFT) {
            return pose;
        }
        double beat = StrictMath.sin(2 * Math.PI * WAVES_PER_SECOND * time);
        return pose.toward(WAVING.plus(new ArmPose(0.05 * beat, 0, 0, 0.36 * beat, 0, 0)), part.wave().value(time));
    }

    private void bendLeg(Side side, double time, Vec3 joint, Rotation hips, Rotation[] local) {
        FootPose foot = pelvis.foot(side, time);
        Vec3 hip = joint.plus(hips.apply(measures.bone(SmplJoints.PELVIS, side.joint(SmplJoints.LEFT_HIP))));
        Vec3 kneeForward = foot.rotation().apply(Vec3.Z).plus(hips.apply(Vec3.Z))
                .plus(side.sign() * KNEES_APART * part.squat().value(time), hips.apply(Vec3.X));
        LegSolver.Leg leg = legs.get(side).reach(hip, foot.ankle(), kneeForward);
        local[side.joint(SmplJoints.LEFT_HIP)] = hips.inverse().times(leg.thigh());
        local[side.joint(SmplJoints.LEFT_KNEE)] = leg.thigh().inverse().times(leg.shank());
        local[side.joint(SmplJoints.LEFT_ANKLE)] = leg.shank().inverse().times(foot.rotation());
        local[side.joint(SmplJoints.LEFT_FOOT)] = Rotation.about(Vec3.X, -foot.toes());
    }

    private void lookAround(Rotation[] local, double time, Vec3 eyes, Rotation chest) {
        Rotation small = Rotation.about(Vec3.Y, Math.toRadians(2) * sway.at(time, 8))
                .times(Rotation.about(Vec3.X, Math.toRadians(1.5) * sway.at(time, 9)));
        Rotation head = part.gaze().head(time, eyes, chest).times(small);
        local[SmplJoints.NECK] = head.share(0.4);
        local[SmplJoints.HEAD] = local[SmplJoints.NECK].inverse().times(head);
    }
}
