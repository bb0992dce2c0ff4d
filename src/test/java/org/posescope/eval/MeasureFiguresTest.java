package org.posescope.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.posescope.body.math.Vec3;

class MeasureFiguresTest {
    private static final double THIGH = 0.44;
    private static final double SHIN = 0.4;

    /** Somebody who faces the camera with both knees bent, the thighs forward by half of it, and the trunk forward. */
    private static Map<String, Vec3> pose(double flexion, double lean) {
        Map<String, Vec3> joints = new LinkedHashMap<>();
        for (String side : List.of("left_", "right_")) {
            double x = side.equals("left_") ? 0.15 : -0.15;
            Vec3 hip = new Vec3(x, 0, 3);
            Vec3 knee = hip.plus(THIGH, down(flexion / 2));
            Vec3 shoulder = hip.plus(-0.5, down(-lean));
            joints.put(side + "hip", hip);
            joints.put(side + "knee", knee);
            joints.put(side + "ankle", knee.plus(SHIN, down(-flexion / 2)));
            joints.put(side + "shoulder", shoulder);
            joints.put(side + "elbow", shoulder.plus(0.3, Vec3.Y));
            joints.put(side + "wrist", shoulder.plus(0.55, Vec3.Y));
        }
        return joints;
    }

    /** Down, turned towards the camera. */
    private static Vec3 down(double degrees) {
        return new Vec3(0, Math.cos(Math.toRadians(degrees)), -Math.sin(Math.toRadians(degrees)));
    }

    private static PosedHuman human(Map<String, Vec3> joints) {
        return new PosedHuman(1, joints, Map.of(), Optional.empty());
    }

    private static MeasureFigures measure(String name, Pose3dEvaluation evaluation) {
        return evaluation.figures().measures().stream().filter(each -> each.measure().equals(name)).findFirst()
                .orElseThrow();
    }

    private static Pose3dEvaluation evaluation() {
        Pose3dEvaluation evaluation = new Pose3dEvaluation("joints", Optional.empty());
        evaluation.frame(new PoseFrame(new FrameId("", 0), List.of(human(pose(4, 0)))), List.of(human(pose(20, 10))));
        evaluation.frame(new PoseFrame(new FrameId("", 1), List.of(human(pose(90, 40)))), List.of(human(pose(80, 30))));
        return evaluation;
    }

    private static void assertFigures(MeasureFigures actual, long count, double found, double truth, double error) {
        assertThat(actual.count()).isEqualTo(count);
        assertThat(actual.found()).isCloseTo(found, within(1e-9));
        assertThat(actual.truth()).isCloseTo(truth, within(1e-9));
        assertThat(actual.meanError()).isCloseTo(error, within(1e-9));
    }

    @Test
    void bent_knees_are_measured_of_everybody_and_of_those_who_truly_stand() {
        assertFigures(measure("knee flexion", evaluation()), 2, 50, 47, 13);
        assertFigures(measure("knee flexion, standing", evaluation()), 1, 20, 4, 16);
    }

    @Test
    void a_trunk_that_leans_forward_has_a_positive_angle() {
        assertFigures(measure("torso lean", evaluation()), 2, 20, 20, 10);
        assertFigures(measure("torso lean, standing", evaluation()), 1, 10, 0, 10);
    }

    @Test
    void lengths_of_limbs_are_compared_as_ratios() {
        assertFigures(measure("thigh : shin", evaluation()), 2, 1.1, 1.1, 0);
        assertFigures(measure("upper arm : forearm", evaluation()), 2, 1.2, 1.2, 0);
        assertFigures(measure("leg : trunk", evaluation()), 2, 1.68, 1.68, 0);
    }

    @Test
    void what_needs_a_joint_that_is_not_known_is_left_out() {
        Map<String, Vec3> legs = pose(10, 0);
        legs.keySet().removeIf(name -> !name.endsWith("hip") && !name.endsWith("knee") && !name.endsWith("ankle"));
        Pose3dEvaluation evaluation = new Pose3dEvaluation("joints", Optional.empty());
        evaluation.frame(new PoseFrame(new FrameId("", 0), List.of(human(legs))), List.of(human(pose(10, 0))));
        assertThat(evaluation.figures().measures()).extracting(MeasureFigures::measure)
                .containsExactly("knee flexion", "thigh : shin");
    }
}
