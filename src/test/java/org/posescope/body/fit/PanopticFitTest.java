package org.posescope.body.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.posescope.body.BodyModel;
import org.posescope.body.BodyPoser;
import org.posescope.body.DefaultBody;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;

/** Bodies of people of whom only limbs and head are known: nothing says how their hands and feet are turned. */
class PanopticFitTest {
    private static final BodyModel MODEL = DefaultBody.read();
    private static final long FRAME_MICROS = 33_333;
    private static final List<String> SEEN = List.of("left_hip", "right_hip", "left_knee", "right_knee", "left_ankle",
            "right_ankle", "left_shoulder", "right_shoulder", "left_elbow", "right_elbow", "left_wrist", "right_wrist",
            "head");

    private final BodyFitter fitter = new BodyFitter(MODEL);

    private static PosedPerson person() {
        return new PosedPerson(MODEL, Skeletons.PANOPTIC19);
    }

    private Person fit(PosedPerson person, int frame) {
        return fitter.fit(person.alone(1), frame * FRAME_MICROS, PosedPerson.CAMERA).getFirst();
    }

    private static float[] joints(Person person) {
        BodyPoser poser = new BodyPoser(MODEL);
        poser.pose(person.body().orElseThrow());
        return poser.joints().clone();
    }

    static Stream<PosedPerson> poses() {
        return Stream.of(person(), person().turn("pelvis", Vec3.Y, 90), person().turn("pelvis", Vec3.Y, 180),
                person().turn("left_shoulder", Vec3.Z, 130).turn("right_elbow", Vec3.Y, 110),
                person().turn("left_hip", Vec3.X, -95).turn("left_knee", Vec3.X, 110).turn("right_hip", Vec3.X, -80)
                        .turn("right_knee", Vec3.X, 100).turn("spine1", Vec3.X, 25),
                person().turn("spine1", Vec3.Y, 15).turn("spine2", Vec3.Y, 15).turn("neck", Vec3.Y, 25));
    }

    @ParameterizedTest
    @MethodSource("poses")
    void limbs_and_head_are_where_they_were_seen(PosedPerson person) {
        float[] found = joints(fit(person, 0));
        float[] truth = person.joints();

        assertThat(SEEN).allSatisfy(name -> assertThat(
                PosedPerson.distance(truth, found, Skeletons.SMPL24.index(name))).as(name).isLessThan(0.04));
        assertThat(person.error(fit(person, 1))).isLessThan(0.04);
    }

    @Test
    void planted_ankles_do_not_slide_with_the_error_of_the_distance() {
        double mean = PosedPerson.meanSlide(fitter, PanopticFitTest::person, "left_ankle");

        assertThat(mean).as("metres a frame; the landmarks move by 0.056 on average").isLessThan(0.012);
    }

    @Test
    void a_body_has_all_rotations_in_every_frame_of_a_noisy_walk() {
        for (int frame = 0; frame < 30; frame++) {
            double swing = 30 * Math.sin(frame / 5.0);
            PosedPerson walking = person().turn("left_hip", Vec3.X, swing).turn("right_hip", Vec3.X, -swing).noise(0.02,
                    frame);
            BodyParameters body = fit(walking, frame).body().orElseThrow();

            assertThat(body.rotations()).hasSize(BodyParameters.JOINTS)
                    .allSatisfy(q -> assertThat(Math.sqrt(q.w() * q.w() + q.x() * q.x() + q.y() * q.y()
                            + q.z() * q.z())).isBetween(0.999, 1.001));
            assertThat(walking.error(fit(walking, frame))).isLessThan(0.08);
        }
    }
}
