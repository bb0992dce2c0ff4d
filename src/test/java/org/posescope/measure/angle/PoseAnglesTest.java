package org.posescope.measure.angle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.body.BodyPoser;
import org.posescope.body.DefaultBody;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

class PoseAnglesTest {
    private static final double PRECISION = 0.1;

    @ParameterizedTest
    @CsvSource({
        // joint, axis about which the body turns it, angle, range
        "left_hip, -1, 0, 0, LEFT_HIP_FLEXION, -30, 135", "right_hip, -1, 0, 0, RIGHT_HIP_FLEXION, -30, 135",
        "left_hip, 0, 0, 1, LEFT_HIP_ABDUCTION, -30, 60", "right_hip, 0, 0, -1, RIGHT_HIP_ABDUCTION, -30, 60",
        "left_hip, 0, -1, 0, LEFT_HIP_ROTATION, -60, 60", "right_hip, 0, 1, 0, RIGHT_HIP_ROTATION, -60, 60",
        "left_knee, 1, 0, 0, LEFT_KNEE_FLEXION, -10, 160", "right_knee, 1, 0, 0, RIGHT_KNEE_FLEXION, -10, 160",
        "left_ankle, -1, 0, 0, LEFT_ANKLE_DORSIFLEXION, -60, 40",
        "right_ankle, -1, 0, 0, RIGHT_ANKLE_DORSIFLEXION, -60, 40",
        "left_ankle, 0, 0, -1, LEFT_ANKLE_INVERSION, -30, 40", "right_ankle, 0, 0, 1, RIGHT_ANKLE_INVERSION, -30, 40",
        "left_elbow, 0, -1, 0, LEFT_ELBOW_FLEXION, -10, 155", "right_elbow, 0, 1, 0, RIGHT_ELBOW_FLEXION, -10, 155",
        "left_elbow, 1, 0, 0, LEFT_FOREARM_PRONATION, -90, 90",
        "right_elbow, 1, 0, 0, RIGHT_FOREARM_PRONATION, -90, 90",
        "left_wrist, 0, 0, -1, LEFT_WRIST_FLEXION, -80, 80", "right_wrist, 0, 0, 1, RIGHT_WRIST_FLEXION, -80, 80",
        "left_wrist, 0, -1, 0, LEFT_WRIST_DEVIATION, -30, 30", "right_wrist, 0, 1, 0, RIGHT_WRIST_DEVIATION, -30, 30",
        "spine1, 1, 0, 0, TRUNK_FLEXION, -30, 110", "spine2, 0, 0, 1, TRUNK_BEND, -40, 40",
        "spine3, 0, 1, 0, TRUNK_TWIST, -60, 60", "pelvis, 1, 0, 0, PELVIS_TILT, -170, 170",
        "pelvis, 0, 0, -1, PELVIS_OBLIQUITY, -60, 60", "pelvis, 0, 1, 0, PELVIS_ROTATION, -170, 170",
        "spine1, 1, 0, 0, TRUNK_LEAN_FORWARD, -90, 170", "pelvis, 0, 0, 1, TRUNK_LEAN_SIDE, -80, 80",
        "neck, 1, 0, 0, NECK_FLEXION, -60, 60", "head, 0, 0, 1, NECK_BEND, -45, 45",
        "neck, 0, 1, 0, NECK_TWIST, -80, 80"})
    void a_joint_that_turns_alone_shows_its_angle(String joint, double x, double y, double z, PoseAngle angle, int from,
            int to) {
        for (int degrees = from; degrees <= to; degrees++) {
            Rotation turn = Rotation.about(new Vec3(x, y, z), Math.toRadians(degrees));
            assertThat(PoseAngles.of(pose(Map.of(joint, turn))).get(angle)).isCloseTo(degrees, within(PRECISION));
        }
    }

    @ParameterizedTest
    @CsvSource({"left, SHOULDER_FLEXION, -1, 0, 0", "right, SHOULDER_FLEXION, -1, 0, 0",
        "left, SHOULDER_ABDUCTION, 0, 0, 1", "right, SHOULDER_ABDUCTION, 0, 0, -1", "left, SHOULDER_ROTATION, 0, -1, 0",
        "right, SHOULDER_ROTATION, 0, 1, 0"})
    void an_arm_that_is_raised_from_hanging_shows_its_angle(String side, String name, double x, double y, double z) {
        for (int degrees = -60; degrees < 180; degrees++) {
            Rotation turn = Rotation.about(new Vec3(x, y, z), Math.toRadians(degrees)).times(hanging(side));
            Map<PoseAngle, Double> found = PoseAngles.of(pose(Map.of(side + "_shoulder", turn)));
            Map<PoseAngle, Double> expected = new EnumMap<>(found);
            expected.put(PoseAngle.valueOf(side.toUpperCase(Locale.ROOT) + "_" + name), (double) degrees);
            String other = side.equals("left") ? "RIGHT" : "LEFT";
            for (PoseAngle each : PoseAngle.values()) {
                double rest = each.name().equals(other + "_SHOULDER_ABDUCTION") ? 90 : 0;
                double wanted = expected.get(each).equals((double) degrees) ? degrees : rest;
                assertThat(found.get(each)).as(each.id()).isCloseTo(wanted, within(PRECISION));
            }
        }
    }

    /** The body as a camera sees it from eight sides that looks down on it by 25 degrees. */
    @ParameterizedTest
    @ValueSource(ints = {0, 45, 90, 135, 180, -135, -90, -45})
    void from_wherever_a_tilted_camera_looks_the_angles_are_the_same(int heading) {
        Rotation level = Rotation.about(Vec3.X, Math.toRadians(25));
        Rotation pelvis = Rotation.about(Vec3.Y, Math.toRadians(heading));
        for (int degrees = 0; degrees <= 140; degrees += 10) {
            Map<String, Rotation> turned = new HashMap<>();
            turned.put("pelvis", pelvis);
            turned.put("left_knee", Rotation.about(Vec3.X, Math.toRadians(degrees)));
            turned.put("right_elbow", Rotation.about(Vec3.Y, Math.toRadians(degrees)));
            turned.put("right_hip", Rotation.about(Vec3.X, Math.toRadians(-degrees / 2.0)));
            turned.put("neck", Rotation.about(Vec3.Y, Math.toRadians(degrees / 4.0)));
            List<Rotation> pose = pose(turned);
            Map<PoseAngle, Double> expected = PoseAngles.of(pose);
            pose.set(0, level.inverse().times(Rotation.about(Vec3.X, Math.PI)).times(pelvis));

            Map<PoseAngle, Double> seen = PoseAngles.seen(body(pose), level);

            assertThat(seen.get(PoseAngle.LEFT_KNEE_FLEXION)).isCloseTo(degrees, within(PRECISION));
            assertThat(seen.get(PoseAngle.RIGHT_ELBOW_FLEXION)).isCloseTo(degrees, within(PRECISION));
            assertThat(seen.get(PoseAngle.RIGHT_HIP_FLEXION)).isCloseTo(degrees / 2.0, within(PRECISION));
            assertThat(seen.get(PoseAngle.NECK_TWIST)).isCloseTo(degrees / 4.0, within(PRECISION));
            for (PoseAngle angle : PoseAngle.values()) {
                assertThat(Math.IEEEremainder(seen.get(angle) - expected.get(angle), 360)).as(angle.id())
                        .isCloseTo(0, within(PRECISION));
            }
        }
    }

    private static BodyParameters body(List<Rotation> pose) {
        return new BodyParameters(
                pose.stream().map(r -> new Quaternion((float) r.w(), (float) r.x(), (float) r.y(), (float) r.z()))
                        .toList(),
                Collections.nCopies(BodyParameters.BETAS, 0f), new Vector3(0, 0, 4));
    }

    @Test
    void mirrored_poses_have_the_angles_of_the_other_side() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            List<Rotation> pose = random(random, 1.2);
            List<Rotation> mirrored = new ArrayList<>();
            for (String name : Skeletons.SMPL24.names()) {
                String other = name.startsWith("left_")
                        ? name.replace("left_", "right_")
                        : name.replace("right_", "left_");
                mirrored.add(pose.get(Skeletons.SMPL24.index(other)).mirrored());
            }
            Map<PoseAngle, Double> found = PoseAngles.of(mirrored);
            PoseAngles.of(pose).forEach((angle, value) -> angle.otherSide().ifPresent(
                    other -> assertThat(found.get(other)).as(angle.id()).isCloseTo(value, within(1e-6))));
        }
    }

    @Test
    void the_knee_of_the_posed_body_bends_as_far_as_its_joints_do() {
        BodyPoser poser = new BodyPoser(DefaultBody.read());
        double straight = kneeOfJoints(poser, 0);
        for (int degrees = 0; degrees <= 140; degrees += 5) {
            assertThat(kneeOfJoints(poser, degrees) - straight).isCloseTo(degrees, within(4.0));
        }
    }

    @Test
    void nothing_jumps_while_arms_circle_and_somebody_turns_about() {
        AngleContinuity continuity = new AngleContinuity();
        Map<PoseAngle, Double> before = null;
        for (int degrees = 0; degrees <= 1440; degrees += 4) {
            Rotation arm = Rotation.about(new Vec3(-1, 0.2, 0.1).unit(), Math.toRadians(degrees));
            Rotation pelvis = Rotation.about(Vec3.Y, Math.toRadians(degrees));
            Map<PoseAngle, Double> now = continuity.next(PoseAngles.of(pose(Map.of("pelvis", pelvis, "left_shoulder",
                    arm.times(hanging("left")), "right_shoulder", arm.times(hanging("right"))))));
            if (before != null) {
                for (PoseAngle angle : PoseAngle.values()) {
                    assertThat(Math.abs(now.get(angle) - before.get(angle))).as(angle.id() + " " + degrees)
                            .isLessThan(180);
                }
            }
            before = now;
        }
        assertThat(before.get(PoseAngle.PELVIS_ROTATION)).isCloseTo(1440, within(PRECISION));
    }

    @Test
    void random_poses_never_jump_over_half_a_turn() {
        Random random = new Random(11);
        AngleContinuity continuity = new AngleContinuity();
        Map<PoseAngle, Double> before = continuity.next(PoseAngles.of(random(random, 3)));
        for (int round = 0; round < 2000; round++) {
            Map<PoseAngle, Double> now = continuity.next(PoseAngles.of(random(random, 3)));
            for (PoseAngle angle : PoseAngle.values()) {
                if (!angle.name().contains("SHOULDER")) {
                    assertThat(Math.abs(now.get(angle) - before.get(angle))).as(angle.id()).isLessThanOrEqualTo(180);
                }
            }
            before = now;
        }
    }

    private static double kneeOfJoints(BodyPoser poser, double degrees) {
        Rotation r = Rotation.about(Vec3.X, Math.toRadians(degrees));
        List<Quaternion> turns = new ArrayList<>(Collections.nCopies(BodyParameters.JOINTS, Quaternion.IDENTITY));
        turns.set(Skeletons.SMPL24.index("left_knee"),
                new Quaternion((float) r.w(), (float) r.x(), (float) r.y(), (float) r.z()));
        poser.pose(new BodyParameters(turns, Collections.nCopies(BodyParameters.BETAS, 0f), new Vector3(0, 0, 0)));
        Vec3 thigh = joint(poser, "left_knee").minus(joint(poser, "left_hip"));
        Vec3 shank = joint(poser, "left_ankle").minus(joint(poser, "left_knee"));
        double angle = Math.toDegrees(Math.atan2(thigh.cross(shank).length(), thigh.dot(shank)));
        return thigh.cross(shank).x() < 0 ? -angle : angle;
    }

    private static Vec3 joint(BodyPoser poser, String name) {
        int at = 3 * Skeletons.SMPL24.index(name);
        return new Vec3(poser.joints()[at], poser.joints()[at + 1], poser.joints()[at + 2]);
    }

    private static Rotation hanging(String side) {
        return Rotation.about(Vec3.Z, side.equals("left") ? -Math.PI / 2 : Math.PI / 2);
    }

    private static List<Rotation> random(Random random, double largest) {
        List<Rotation> pose = new ArrayList<>();
        for (int i = 0; i < BodyParameters.JOINTS; i++) {
            Vec3 axis = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
            pose.add(Rotation.about(axis, largest * random.nextDouble()));
        }
        return pose;
    }

    private static List<Rotation> pose(Map<String, Rotation> turned) {
        List<Rotation> pose = new ArrayList<>(Collections.nCopies(BodyParameters.JOINTS, Rotation.IDENTITY));
        turned.forEach((joint, turn) -> pose.set(Skeletons.SMPL24.index(joint), turn));
        return pose;
    }
}
