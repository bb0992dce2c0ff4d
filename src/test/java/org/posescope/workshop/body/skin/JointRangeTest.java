package org.posescope.workshop.body.skin;

import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.SmplJoints;

class JointRangeTest {
    @Test
    void samples_of_the_knee_bend_it_backwards_as_far_as_a_squat() {
        List<Rotation> samples = JointRange.of(SmplJoints.LEFT_KNEE).samples(60, 0);
        double[] bends = samples.stream().mapToDouble(r -> Math.toDegrees(r.twist(Vec3.X))).toArray();
        assertThat(samples).hasSize(60).doesNotHaveDuplicates();
        assertThat(Arrays.stream(bends).boxed()).allMatch(bend -> bend > -7 && bend < 147);
        assertThat(Arrays.stream(bends).boxed()).anyMatch(bend -> bend > 130).anyMatch(bend -> bend < 5);
    }

    @Test
    void the_right_hip_mirrors_the_left_one() {
        JointRange left = JointRange.of(SmplJoints.LEFT_HIP);
        assertThat(JointRange.of(SmplJoints.RIGHT_HIP)).isEqualTo(new JointRange(left.fromX(), left.toX(), -left.toY(),
                -left.fromY(), -left.toZ(), -left.fromZ()));
    }

    @Test
    void other_dimensions_give_independent_samples() {
        JointRange range = JointRange.of(SmplJoints.LEFT_SHOULDER);
        assertThat(range.samples(10, 0)).doesNotContainAnyElementsOf(range.samples(10, 3));
    }

    @Test
    void the_pelvis_has_no_range() {
        assertThatIllegalArgumentException().isThrownBy(() -> JointRange.of(SmplJoints.PELVIS));
    }
}
