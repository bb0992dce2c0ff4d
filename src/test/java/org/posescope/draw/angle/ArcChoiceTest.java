package org.posescope.draw.angle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.posescope.body.math.Rotation;
import org.posescope.error.UserException;
import org.posescope.measure.angle.PoseAngle;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Rotations;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

class ArcChoiceTest {
    @Test
    void joints_of_one_side_or_both_and_single_angles_can_be_named() {
        assertThat(ArcChoice.parse("knee, left_elbow,RIGHT_HIP_FLEXION,ankle_dorsiflexion").angles()).containsExactly(
                PoseAngle.LEFT_KNEE_FLEXION, PoseAngle.RIGHT_KNEE_FLEXION, PoseAngle.LEFT_ELBOW_FLEXION,
                PoseAngle.RIGHT_HIP_FLEXION, PoseAngle.LEFT_ANKLE_DORSIFLEXION, PoseAngle.RIGHT_ANKLE_DORSIFLEXION);
        assertThat(ArcChoice.parse("trunk").angles()).hasSize(5);
    }

    @Test
    void what_is_no_joint_and_no_angle_is_refused() {
        for (String wrong : List.of("toe", "", "knee,,elbow", "left", "kne")) {
            assertThatThrownBy(() -> ArcChoice.parse(wrong)).isInstanceOf(UserException.class)
                    .hasMessageContaining("there is no angle");
        }
    }

    @Test
    void readings_are_those_of_the_persons_body() {
        List<Quaternion> turns = new ArrayList<>(Collections.nCopies(BodyParameters.JOINTS, Quaternion.IDENTITY));
        turns.set(Skeletons.SMPL24.index("left_knee"), Rotations.quaternionOfAxisAngle(Math.toRadians(40), 0, 0));
        Person bent = person(Optional.of(new BodyParameters(turns, Collections.nCopies(BodyParameters.BETAS, 0f),
                new Vector3(0, 0, 3))));

        assertThat(ArcChoice.parse("left_knee").of(bent, Rotation.IDENTITY)).singleElement().satisfies(reading -> {
            assertThat(reading.angle()).isEqualTo(PoseAngle.LEFT_KNEE_FLEXION);
            assertThat(reading.degrees()).isCloseTo(40, within(1e-3));
        });
        assertThat(ArcChoice.parse("left_knee").of(person(Optional.empty()), Rotation.IDENTITY)).isEmpty();
    }

    private static Person person(Optional<BodyParameters> body) {
        return new Person(1, 1, new Box(0, 0, 10, 20),
                List.of(new Keypoints(Skeletons.COCO17, Collections.nCopies(17, new Keypoint(5, 5, 1)))),
                Optional.empty(),
                Optional.empty(), body);
    }
}
