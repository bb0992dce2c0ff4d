package org.posescope.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

class AngleErrorsTest {
    private static BodyParameters body(Map<String, Rotation> turned) {
        List<Quaternion> rotations = new ArrayList<>(Collections.nCopies(BodyParameters.JOINTS, Quaternion.IDENTITY));
        turned.forEach((joint, r) -> rotations.set(Skeletons.SMPL24.index(joint),
                new Quaternion((float) r.w(), (float) r.x(), (float) r.y(), (float) r.z())));
        return new BodyParameters(rotations, Collections.nCopies(BodyParameters.BETAS, 0f), new Vector3(0, 0, 3));
    }

    private static Rotation bent(double degrees) {
        return Rotation.about(Vec3.X, Math.toRadians(degrees));
    }

    @Test
    void differences_are_those_of_each_joint_left_and_right_together() {
        AngleErrors errors = new AngleErrors();
        errors.add(body(Map.of("left_knee", bent(50), "right_knee", bent(20))),
                body(Map.of("left_knee", bent(40), "right_knee", bent(26))));

        Map<String, AngleFigures> figures = errors.figures().stream()
                .collect(Collectors.toMap(AngleFigures::angle, each -> each));
        AngleFigures knee = figures.get("knee_flexion");
        assertThat(knee.count()).isEqualTo(2);
        assertThat(new double[] {knee.meanError(), knee.bias()}).containsExactly(new double[] {8, 2}, within(1e-3));
        assertThat(figures).hasSize(11 + 13);
        assertThat(figures.get("elbow_flexion").meanError()).isCloseTo(0, within(1e-3));
    }

    @Test
    void a_difference_goes_the_shorter_way_around() {
        AngleErrors errors = new AngleErrors();
        errors.add(body(Map.of("pelvis", Rotation.about(Vec3.Y, Math.toRadians(175)))),
                body(Map.of("pelvis", Rotation.about(Vec3.Y, Math.toRadians(-175)))));

        assertThat(errors.figures()).filteredOn(each -> each.angle().equals("pelvis_rotation")).singleElement()
                .satisfies(each -> assertThat(each.meanError()).isCloseTo(10, within(1e-3)));
    }

    @Test
    void nobody_has_no_figures() {
        assertThat(new AngleErrors().figures()).isEmpty();
    }
}
