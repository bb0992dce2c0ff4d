package org.posescope.app.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.measure.angle.PoseAngle;

class JointMenuTest {
    @ParameterizedTest
    @CsvSource({"left_knee, LEFT_KNEE_FLEXION", "right_elbow, RIGHT_ELBOW_FLEXION RIGHT_FOREARM_PRONATION",
        "nose, NECK_FLEXION NECK_BEND NECK_TWIST", "left_index, ''",
        "right_hip, RIGHT_HIP_FLEXION RIGHT_HIP_ABDUCTION RIGHT_HIP_ROTATION PELVIS_TILT PELVIS_OBLIQUITY PELVIS_ROTATION"})
    void a_keypoint_has_the_angles_of_its_joint(String keypoint, String angles) {
        assertThat(JointMenu.of(keypoint).stream().map(PoseAngle::name).toList())
                .isEqualTo(angles.isEmpty() ? java.util.List.of() : java.util.List.of(angles.split(" ")));
    }
}
