package org.posescope.measure.angle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/**
 * A pose as coordinates of the full-body model of OpenSim (Rajagopal et al. 2016, "Full-body musculoskeletal model for muscle-driven simulation
 * of human gait"), whose axes are x forward, y up, z right; forward is z here.
 */
public final class OpenSimPose {
    private static final Vec3 RIGHT = Vec3.X.times(-1);
    private static final Vec3 FORWARD = Vec3.Z;
    private static final Vec3 UP = Vec3.Y;

    private final BodyTurns turns;
    private final Map<String, Double> coordinates = new LinkedHashMap<>();

    private OpenSimPose(BodyTurns turns) {
        this.turns = turns;
    }

    /**
     * The coordinates by name, in the order of the model: degrees and, of {@code pelvis_tx} to {@code pelvis_tz}, metres.
     *
     * @param rotations as of {@link PoseAngles#of}
     * @param pelvis    where the first joint is, metres, y up
     */
    public static Map<String, Double> of(List<Rotation> rotations, Vec3 pelvis) {
        OpenSimPose pose = new OpenSimPose(new BodyTurns(rotations));
        pose.pelvis(pelvis);
        pose.leg(false, "_r");
        pose.leg(true, "_l");
        pose.put(Cardan.of(pose.turns.trunk(), new Cardan.Axes(RIGHT, FORWARD, UP)), "lumbar_extension",
                "lumbar_bending", "lumbar_rotation");
        pose.arm(false, "_r");
        pose.arm(true, "_l");
        return pose.coordinates;
    }

    private void pelvis(Vec3 place) {
        put(Cardan.of(turns.of("pelvis"), new Cardan.Axes(RIGHT, FORWARD, UP)), "pelvis_tilt", "pelvis_list",
                "pelvis_rotation");
        coordinates.put("pelvis_tx", place.z());
        coordinates.put("pelvis_ty", place.y());
        coordinates.put("pelvis_tz", -place.x());
    }

    private void leg(boolean left, String end) {
        String side = BodyTurns.side(left);
        put(Cardan.of(turns.of(side + "hip"), limb(left)), "hip_flexion" + end, "hip_adduction" + end,
                "hip_rotation" + end);
        coordinates.put("knee_angle" + end, -Cardan.of(turns.of(side + "knee"), limb(left)).first());
        Cardan ankle = Cardan.of(turns.of(side + "ankle"), limb(left));
        coordinates.put("ankle_angle" + end, ankle.first());
        coordinates.put("subtalar_angle" + end, ankle.second());
    }

    private void arm(boolean left, String end) {
        put(Cardan.of(turns.upperArm(left), limb(left)), "arm_flex" + end, "arm_add" + end, "arm_rot" + end);
        Cardan elbow = Cardan.of(turns.arm(left, "elbow"), limb(left));
        coordinates.put("elbow_flex" + end, elbow.first());
        coordinates.put("pro_sup" + end, elbow.third());
        Cardan wrist = Cardan.of(turns.arm(left, "wrist"),
                new Cardan.Axes(limb(left).second(), RIGHT, limb(left).third()));
        coordinates.put("wrist_flex" + end, wrist.first());
        coordinates.put("wrist_dev" + end, wrist.second());
    }

    /** Flexion, adduction, inward rotation. */
    private static Cardan.Axes limb(boolean left) {
        return new Cardan.Axes(RIGHT, left ? FORWARD.times(-1) : FORWARD, left ? UP.times(-1) : UP);
    }

    private void put(Cardan turns, String first, String second, String third) {
        coordinates.put(first, turns.first());
        coordinates.put(second, turns.second());
        coordinates.put(third, turns.third());
    }
}
