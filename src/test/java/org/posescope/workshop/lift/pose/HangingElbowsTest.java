package org.posescope.workshop.lift.pose;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.testkit.Shared;

class HangingElbowsTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-9);

    private static BodyRotations arms(double flexion) {
        BodyRotations pose = new BodyRotations();
        pose.set("left_elbow", Rotation.about(Vec3.Y, Math.toRadians(-flexion)));
        pose.set("right_elbow", Rotation.about(Vec3.Y, Math.toRadians(flexion)));
        return pose;
    }

    /** The share of the subject's excess that is taken away, by how far an elbow is bent. */
    @ParameterizedTest
    @CsvSource({"20, 1", "55, 1", "82.5, 0.5", "110, 0", "140, 0"})
    void elbows_are_stretched_by_the_subjects_excess_and_ever_less_the_farther_they_are_bent(double flexion,
            double share) {
        CapturedMotion motion = CapturedMotion.read(Shared.file("data/mocap/cmu_smpl24_15fps.npz"));
        HangingElbows elbows = new HangingElbows(motion);
        BodyRotations straight = arms(0);
        elbows.mend(straight, 0);
        double excess = -straight.elbowFlexion("left_");
        BodyRotations pose = arms(flexion);

        elbows.mend(pose, 0);

        assertThat(excess).isGreaterThan(5);
        assertThat(pose.elbowFlexion("left_")).isCloseTo(flexion - share * excess, EXACT);
        assertThat(pose.elbowFlexion("right_")).isCloseTo(flexion - share * excess, EXACT);
    }
}
