package org.posescope.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Box;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;

class Pose3dEvaluationTest {
    private static final int FRAMES = 40;
    private static final double PIXELS_A_METRE = 200;

    /** Two people two metres apart who swing all their joints. */
    private static Vec3 place(int person, int joint, double frame) {
        double swing = 0.1 * Math.sin(0.3 * frame + joint);
        return new Vec3(2 * person + 0.1 * joint + swing, 0.07 * joint * (joint % 2 == 0 ? 1 : -1), 3 + swing);
    }

    private static PoseFrame truth(int frame) {
        return new PoseFrame(new FrameId("", frame), List.of(human(0, frame), human(1, frame)));
    }

    private static PosedHuman human(int person, int frame) {
        Map<String, Vec3> joints = new LinkedHashMap<>();
        Map<String, Keypoint> keypoints = new LinkedHashMap<>();
        for (int j = 0; j < JointSource.LIMBS.size(); j++) {
            Vec3 place = place(person, j, frame);
            joints.put(JointSource.LIMBS.get(j), place);
            keypoints.put(JointSource.LIMBS.get(j), new Keypoint((float) (PIXELS_A_METRE * place.x()),
                    (float) (PIXELS_A_METRE * place.y()), 1));
        }
        return new PosedHuman(person + 1, joints, keypoints, Optional.empty());
    }

    /** Found with joints that are off by a vector at one joint and late by some frames. */
    private static Person found(int person, int frame, double late, Vec3 offAtLeftWrist) {
        List<Joint> joints = new ArrayList<>();
        List<Keypoint> keypoints = new ArrayList<>();
        for (String name : Skeletons.COCO17.names()) {
            int joint = JointSource.LIMBS.indexOf(name);
            Vec3 place = joint < 0 ? Vec3.ZERO : place(person, joint, frame - late);
            Vec3 off = name.equals("left_wrist") ? place.plus(offAtLeftWrist) : place;
            joints.add(new Joint((float) off.x(), (float) off.y(), (float) off.z(), 1));
            keypoints.add(new Keypoint((float) (PIXELS_A_METRE * place.x()), (float) (PIXELS_A_METRE * place.y()), 1));
        }
        return new Person(7 - person, 1, new Box(0, 0, 10, 10), List.of(new Keypoints(Skeletons.COCO17, keypoints)),
                Optional.of(new Joints3d(Skeletons.COCO17, joints)), Optional.empty(), Optional.empty());
    }

    private static List<PosedHuman> humans(Person... people) {
        return Stream.of(people).map(person -> PosedHuman.of(person, JointSource.landmarks())).toList();
    }

    private static Pose3dFigures evaluate(double late, Vec3 off) {
        Pose3dEvaluation evaluation = new Pose3dEvaluation("landmarks", Optional.empty());
        for (int frame = 0; frame < FRAMES; frame++) {
            evaluation.frame(truth(frame), humans(found(1, frame, late, off), found(0, frame, late, off)));
        }
        return evaluation.figures();
    }

    @Test
    void the_truth_itself_has_no_error() {
        Pose3dFigures figures = evaluate(0, Vec3.ZERO);
        assertThat(figures.expected()).isEqualTo(2 * FRAMES);
        assertThat(figures.found()).isEqualTo(2 * FRAMES);
        assertThat(figures.mpjpeMm()).isCloseTo(0, within(1e-3));
        assertThat(figures.paMpjpeMm()).isCloseTo(0, within(1e-3));
        assertThat(figures.acceleration().orElseThrow()).isCloseTo(0, within(1e-2));
        assertThat(figures.lagFrames()).isZero();
    }

    @Test
    void one_joint_of_twelve_that_is_off_by_twelve_centimetres_is_one_centimetre_in_the_mean() {
        assertThat(evaluate(0, new Vec3(0, 0, 0.12)).mpjpeMm()).isCloseTo(10, within(0.01));
    }

    @Test
    void motion_that_comes_late_is_told_from_motion_that_is_wrong() {
        assertThat(evaluate(1.5, Vec3.ZERO).lagFrames()).isCloseTo(1.5, within(0.11));
        assertThat(evaluate(0, new Vec3(0, 0, 0.12)).lagFrames()).isZero();
    }

    @Test
    void somebody_who_is_missing_lowers_what_was_found_and_nothing_else() {
        Pose3dEvaluation evaluation = new Pose3dEvaluation("landmarks", Optional.empty());
        for (int frame = 0; frame < FRAMES; frame++) {
            evaluation.frame(truth(frame), humans(found(1, frame, 0, Vec3.ZERO)));
        }
        assertThat(evaluation.figures().found()).isEqualTo(FRAMES);
        assertThat(evaluation.figures().mpjpeMm()).isCloseTo(0, within(1e-3));
    }
}
