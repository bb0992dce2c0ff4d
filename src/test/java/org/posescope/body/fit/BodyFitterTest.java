package org.posescope.body.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.body.BodyModel;
import org.posescope.body.BodyPoser;
import org.posescope.body.DefaultBody;
import org.posescope.body.math.Vec3;
import org.posescope.measure.length.PersonDepth;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeletons;

class BodyFitterTest {
    private static final BodyModel MODEL = DefaultBody.read();
    private static final long FRAME_MICROS = 33_333;

    private final BodyFitter fitter = new BodyFitter(MODEL);

    private Person fit(PosedPerson person, int frame) {
        return fitter.fit(person.alone(1), frame * FRAME_MICROS, PosedPerson.CAMERA).getFirst();
    }

    private static PosedPerson person(float... betas) {
        return new PosedPerson(MODEL, betas);
    }

    static Stream<PosedPerson> poses() {
        return Stream.of(person(), person().turn("pelvis", Vec3.Y, 90), person().turn("pelvis", Vec3.Y, 180),
                person().turn("left_shoulder", Vec3.Z, 130).turn("right_elbow", Vec3.Y, 110),
                person().turn("left_hip", Vec3.X, -95).turn("left_knee", Vec3.X, 110).turn("right_hip", Vec3.X, -80)
                        .turn("right_knee", Vec3.X, 100).turn("spine1", Vec3.X, 25),
                person().turn("spine1", Vec3.Y, 15).turn("spine2", Vec3.Y, 15).turn("neck", Vec3.Y, 25)
                        .turn("right_shoulder", Vec3.Y, 60),
                person().turn("left_hip", Vec3.Z, 40).turn("right_ankle", Vec3.X, 25).turn("left_wrist", Vec3.Z, 30));
    }

    @ParameterizedTest
    @MethodSource("poses")
    void landmarks_of_a_posed_body_give_its_joints_back_from_the_first_frame(PosedPerson person) {
        assertThat(person.error(fit(person, 0))).isLessThan(0.012);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coco23", "coco-wholebody133"})
    void points_of_other_skeletons_with_feet_give_the_joints_back_too(String skeleton) {
        PosedPerson person = new PosedPerson(MODEL, Skeletons.byId(skeleton)).turn("left_ankle", Vec3.Y, 25)
                .turn("right_ankle", Vec3.X, 20).turn("left_knee", Vec3.X, 40);

        assertThat(person.error(fit(person, 0))).isLessThan(0.015);
    }

    /** Its parameters are those of the plain body, by whose joints the error is measured. */
    @ParameterizedTest
    @MethodSource("poses")
    void a_body_with_fingers_is_fitted_as_the_plain_one(PosedPerson person) {
        BodyFitter whole = new BodyFitter(DefaultBody.readWhole());
        assertThat(person.error(whole.fit(person.alone(1), 0, PosedPerson.CAMERA).getFirst())).isLessThan(0.014);
    }

    @ParameterizedTest
    @CsvSource({"1.5", "-1.5"})
    void the_length_of_limbs_tells_how_tall_somebody_is(float stature) {
        PosedPerson person = person(stature);
        Person fitted = person.seen(1);
        for (int frame = 0; frame < 30; frame++) {
            fitted = fit(person.noise(0.02, frame), frame);
        }
        assertThat(fitted.body().orElseThrow().betas().getFirst()).isCloseTo(stature, within(0.35f));
    }

    /** The network takes somebody who is small or tall for one of about usual size, who is nearer or farther away. */
    @ParameterizedTest
    @CsvSource({"2, 0.85", "-2, 1.2", "0, 0.9", "1, 1"})
    void a_known_height_gives_size_and_distance(float stature, float taken) {
        PosedPerson person = person(stature, -0.5f, 0.8f).turn("left_hip", Vec3.X, -40).turn("left_knee", Vec3.X, 60);
        double height = new BodyHeight(MODEL).of(new float[] {stature, -0.5f, 0.8f, 0, 0, 0, 0, 0, 0, 0});
        BodyFitter known = new BodyFitter(MODEL, height, 0);
        Person fitted = person.seen(1);
        for (int frame = 0; frame < 20; frame++) {
            fitted = known.fit(List.of(person.noise(0.01, frame).seen(1).scaled(taken)), frame * FRAME_MICROS,
                    PosedPerson.CAMERA).getFirst();
        }

        float[] betas = new float[BodyParameters.BETAS];
        for (int k = 0; k < betas.length; k++) {
            betas[k] = fitted.body().orElseThrow().betas().get(k);
        }
        assertThat(new BodyHeight(MODEL).of(betas)).isCloseTo(height, within(0.005));
        assertThat(fitted.translation().orElseThrow().z()).isCloseTo(person.seen(1).translation().orElseThrow().z(),
                within(0.12f));
        assertThat(person.error(fitted)).isLessThan(0.12);
    }

    /** Whatever the shape of the body makes of it, the picture stays the same: somebody twice as large is twice as far away. */
    @ParameterizedTest
    @CsvSource({"1.5, 0.8", "-1, 1.25", "0.5, 1.1"})
    void by_a_known_scale_everybody_is_as_many_times_larger_and_farther_away(float stature, double scale) {
        PosedPerson person = person(stature, -0.5f, 0.8f).turn("left_hip", Vec3.X, -40).turn("left_knee", Vec3.X, 60);
        BodyFitter scaled = new BodyFitter(MODEL, 0, scale);
        Person usual = person.seen(1);
        Person larger = usual;
        for (int frame = 0; frame < 20; frame++) {
            Person seen = person.noise(0.01, frame).seen(1);
            usual = fitter.fit(List.of(seen), frame * FRAME_MICROS, PosedPerson.CAMERA).getFirst();
            larger = scaled.fit(List.of(seen), frame * FRAME_MICROS, PosedPerson.CAMERA).getFirst();
        }

        PersonDepth depth = new PersonDepth(Optional.of(MODEL));
        assertThat(depth.of(larger).orElseThrow() / depth.of(usual).orElseThrow()).isCloseTo(scale, within(0.02));
        assertThat((double) larger.translation().orElseThrow().z() / usual.translation().orElseThrow().z())
                .isCloseTo(scale, within(1e-5));
    }

    @Test
    void the_height_of_a_body_is_that_of_its_surface() {
        float[] betas = {1.2f, -0.7f, 0.4f, 0.9f, -1, 0.3f, 0, 0.5f, -0.2f, 0.1f};
        float[] vertices = MODEL.restVertices(betas);
        double top = Double.NEGATIVE_INFINITY;
        double bottom = Double.POSITIVE_INFINITY;
        for (int at = 1; at < vertices.length; at += 3) {
            top = Math.max(top, vertices[at]);
            bottom = Math.min(bottom, vertices[at]);
        }

        assertThat(new BodyHeight(MODEL).of(betas)).isCloseTo(top - bottom, within(0.003));
    }

    @Test
    void a_hidden_arm_stays_calm_while_its_landmarks_jump() {
        Map<String, Float> hidden = Stream.of("elbow", "wrist", "index", "pinky")
                .collect(Collectors.toMap(name -> "left_" + name, name -> 0.05f));
        fit(person(), 0);
        float[] before = joints(fit(person(), 1));
        double farthest = 0;
        for (int frame = 2; frame < 40; frame++) {
            PosedPerson wild = person().scores(hidden).turn("left_shoulder", Vec3.Z,
                    60 * new Random(frame).nextGaussian());
            float[] now = joints(fit(wild, frame));
            farthest = Math.max(farthest, PosedPerson.distance(before, now, Skeletons.SMPL24.index("left_wrist")));
            before = now;
        }
        assertThat(farthest).isLessThan(0.03);
    }

    private static float[] joints(Person person) {
        BodyPoser poser = new BodyPoser(MODEL);
        poser.pose(person.body().orElseThrow());
        return poser.joints().clone();
    }

    @Test
    void quaternions_never_flip_while_somebody_turns_around_twice() {
        List<Quaternion> before = fit(person(), 0).body().orElseThrow().rotations();
        for (int frame = 1; frame <= 120; frame++) {
            List<Quaternion> now = fit(person().turn("pelvis", Vec3.Y, 6 * frame), frame).body().orElseThrow()
                    .rotations();
            for (int joint = 0; joint < now.size(); joint++) {
                Quaternion a = before.get(joint);
                Quaternion b = now.get(joint);
                assertThat(a.w() * b.w() + a.x() * b.x() + a.y() * b.y() + a.z() * b.z()).as("joint %d", joint)
                        .isGreaterThan(0.9f);
            }
            before = now;
        }
    }

    @Test
    void planted_feet_do_not_slide_with_the_error_of_the_distance() {
        double mean = PosedPerson.meanSlide(fitter, () -> person(), "left_foot");

        assertThat(mean).as("metres a frame; the landmarks move by 0.056 on average").isLessThan(0.01);
    }

    @Test
    void a_lifted_foot_is_let_go() {
        for (int frame = 0; frame < 20; frame++) {
            fit(person(), frame);
        }
        PosedPerson lifted = person().turn("left_hip", Vec3.X, -60).turn("left_knee", Vec3.X, 80);
        Person fitted = fit(lifted, 20);
        for (int frame = 21; frame < 26; frame++) {
            fitted = fit(lifted, frame);
        }
        assertThat(lifted.error(fitted)).isLessThan(0.015);
    }

    @Test
    void a_knee_does_not_bend_forwards_even_if_the_landmarks_say_so() {
        PosedPerson impossible = person().turn("left_knee", Vec3.X, -40);
        Person fitted = fit(impossible, 0);
        Quaternion knee = fitted.body().orElseThrow().rotations().get(Skeletons.SMPL24.index("left_knee"));
        assertThat(Math.toDegrees(2 * Math.atan2(knee.x(), knee.w()))).isGreaterThan(-25);
    }

    @Test
    void one_wild_landmark_bends_nothing_else() {
        PosedPerson person = person();
        Person wild = withWildWrist(person.seen(1));
        Person fitted = fitter.fit(List.of(wild), 0, PosedPerson.CAMERA).getFirst();
        float[] truth = person.joints();
        float[] found = joints(fitted);
        assertThat(PosedPerson.distance(truth, found, Skeletons.SMPL24.index("head"))).isLessThan(0.03);
        assertThat(PosedPerson.distance(truth, found, Skeletons.SMPL24.index("right_wrist"))).isLessThan(0.03);
    }

    private static Person withWildWrist(Person person) {
        List<Joint> joints = new ArrayList<>(person.joints3d().orElseThrow().joints());
        joints.set(Skeletons.BLAZEPOSE33.index("left_wrist"), new Joint(-2, -1, 2, 1));
        return new Person(person.id(), person.score(), person.box(), person.keypoints(),
                Optional.of(new Joints3d(Skeletons.BLAZEPOSE33, joints)),
                person.translation(), person.body());
    }

    @Test
    void people_without_landmarks_in_space_get_no_body() {
        Person flat = new Person(1, 1, person().seen(1).box(), person().seen(1).keypoints(),
                Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(fitter.fit(List.of(flat), 0, PosedPerson.CAMERA)).containsExactly(flat);
    }

    @Test
    void somebody_who_comes_back_after_seconds_starts_anew() {
        Person first = fit(person(), 0);
        fitter.fit(List.of(), 3_000_000, PosedPerson.CAMERA);
        Person back = fitter.fit(person().alone(1), 3_000_000, PosedPerson.CAMERA).getFirst();
        assertThat(back.body()).isEqualTo(first.body());
    }
}
