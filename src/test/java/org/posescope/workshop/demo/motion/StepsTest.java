package org.posescope.workshop.demo.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.posescope.body.BodyModelReader;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/** Steps, and the feet and legs that make them. */
class StepsTest {
    private static final BodyMeasures MEASURES = new BodyMeasures(
            BodyModelReader.read(Path.of("models", "body", "posescope-body.npz")), new float[10], 0.01);

    private final StepPlan plan = new StepPlanner(new Standpoint(0, 0, 0), 0.6, 0.55, 0.2)
            .walk(new Standpoint(0.4, 3, 0.3), Side.LEFT, 1).turn(-0.5, 6).plan();

    @Test
    void feet_take_turns_and_never_leave_the_floor_together() {
        for (double time = 0; time < 10; time += 0.01) {
            assertThat(plan.isPlanted(Side.LEFT, time) || plan.isPlanted(Side.RIGHT, time)).isTrue();
        }
        List<Footprint> left = plan.prints(Side.LEFT);
        List<Footprint> right = plan.prints(Side.RIGHT);
        assertThat(left.get(1).contact()).isLessThan(right.get(1).contact());
        assertThat(Math.abs(left.size() - right.size())).isLessThanOrEqualTo(1);
    }

    @Test
    void a_walk_ends_with_both_feet_beside_the_goal_and_a_turn_looks_where_it_should() {
        Standpoint left = plan.prints(Side.LEFT).getLast().place();
        Standpoint right = plan.prints(Side.RIGHT).getLast().place();
        assertThat(left.point().plus(right.point()).times(0.5).distance(new Vec3(0.4, 0, 3))).isLessThan(1e-9);
        assertThat((left.heading() + right.heading()) / 2).isCloseTo(-0.5, within(1e-9));
    }

    @Test
    void no_step_is_longer_than_asked_for_by_more_than_a_little() {
        for (Side side : Side.values()) {
            List<Footprint> prints = plan.prints(side);
            for (int k = 1; k < prints.size(); k++) {
                assertThat(prints.get(k).place().point().distance(prints.get(k - 1).place().point()))
                        .isLessThan(2 * 0.6 * 1.15);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void a_foot_moves_without_jumps_and_never_below_its_height(Side side) {
        FootTrack track = new FootTrack(plan, side, MEASURES);
        Vec3 before = track.at(0).ankle();
        for (double time = 0.002; time < 10; time += 0.002) {
            Vec3 now = track.at(time).ankle();
            assertThat(now.distance(before) / 0.002).as("speed at %.3f s", time).isLessThan(6);
            assertThat(now.y()).isGreaterThan(MEASURES.ankleHeight() - 0.01);
            before = now;
        }
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.25, 0.1", "0.05, 0.2, -0.25", "0.12, 0.12, 0.05"})
    void a_leg_reaches_for_its_ankle_with_the_knee_in_front(double x, double y, double z) {
        Vec3 hip = new Vec3(0.1, 0.9, 0);
        Vec3 ankle = new Vec3(x, y, z);
        LegSolver.Leg leg = new LegSolver(MEASURES, Side.LEFT).reach(hip, ankle, Vec3.Z);
        Vec3 knee = hip.plus(leg.thigh().apply(MEASURES.bone(1, 4)));
        assertThat(knee.plus(leg.shank().apply(MEASURES.bone(4, 7))).distance(ankle)).isLessThan(1e-9);
        Vec3 straight = hip.lerp(ankle, MEASURES.thigh() / (MEASURES.thigh() + MEASURES.shank()));
        assertThat(knee.minus(straight).dot(Vec3.Z)).isPositive();
    }

    @Test
    void an_arm_mirrors_the_other() {
        Rotation[] pose = new Rotation[24];
        ArmPose raised = ArmPose.degrees(80, 20, 30, 60, 10, 5);
        raised.put(Side.LEFT, pose);
        raised.put(Side.RIGHT, pose);
        assertThat(pose[17]).isEqualTo(pose[16].mirrored());
        assertThat(pose[16].apply(Vec3.X).y()).as("height of a raised arm").isGreaterThan(-0.4);
    }
}
