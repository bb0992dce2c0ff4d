package org.posescope.record.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Vector3;

class MotionRecorderTest {
    private static final BodyModel MODEL = DefaultBody.read();

    private final MotionRecorder recorder = new MotionRecorder(MODEL, 10);

    /** Turned about z, with betas that are all the same. */
    private static Person turned(int id, double degrees, float beta, float x) {
        Rotation turn = Rotation.about(Vec3.Z, Math.toRadians(degrees));
        Quaternion q = new Quaternion((float) turn.w(), (float) turn.x(), (float) turn.y(), (float) turn.z());
        BodyParameters body = new BodyParameters(Collections.nCopies(24, q), Collections.nCopies(10, beta),
                new Vector3(x, 0, 3));
        Person person = new MovingPerson(id).person(0);
        return new Person(id, 1, person.box(), person.keypoints(), Optional.empty(), Optional.empty(),
                Optional.of(body));
    }

    private static double degrees(MotionFrame moment) {
        return Math.toDegrees(moment.rotations().get(5).twist(Vec3.Z));
    }

    @Test
    void uneven_times_become_an_even_rate() {
        long[] times = {1_000_000, 1_070_000, 1_230_000, 1_400_000};
        for (long time : times) {
            recorder.accept(time, List.of(turned(1, (time - 1_000_000) / 10_000.0, 0, time / 1e6f)));
        }

        Motion motion = recorder.motion();
        PersonMotion person = motion.people().getFirst();
        assertThat(motion.frames()).isEqualTo(5);
        for (int frame = 0; frame < 5; frame++) {
            assertThat(degrees(person.at(frame))).isCloseTo(10 * frame, within(1e-3));
            assertThat(person.at(frame).pelvis().x() - person.at(0).pelvis().x()).isCloseTo(0.1 * frame, within(1e-5));
        }
    }

    @Test
    void rotations_take_the_shorter_way() {
        recorder.accept(0, List.of(turned(1, 170, 0, 0)));
        recorder.accept(200_000, List.of(turned(1, -170, 0, 0)));

        assertThat(Math.abs(degrees(recorder.motion().people().getFirst().at(1)))).isCloseTo(180, within(1e-3));
    }

    @Test
    void a_pose_is_held_over_a_gap() {
        recorder.accept(0, List.of(turned(1, 0, 0, 0)));
        recorder.accept(500_000, List.of(turned(1, 50, 0, 0)));
        recorder.accept(1_100_000, List.of(turned(1, 80, 0, 0)));

        PersonMotion person = recorder.motion().people().getFirst();
        assertThat(degrees(person.at(3))).isCloseTo(30, within(1e-3));
        assertThat(degrees(person.at(10))).isCloseTo(50, within(1e-3));
        assertThat(degrees(person.at(11))).isCloseTo(80, within(1e-3));
        assertThat(person.observed(3)).isTrue();
        assertThat(person.observed(10)).isFalse();
    }

    @Test
    void one_bad_fit_does_not_change_the_body() {
        float[] betas = {0.5f, 0.6f, 40, 0.4f, 0.5f};
        for (int i = 0; i < betas.length; i++) {
            recorder.accept(i * 100_000L, List.of(turned(1, 0, betas[i], 0)));
        }

        assertThat(recorder.motion().people().getFirst().betas()).containsOnly(0.5f);
    }

    @Test
    void a_source_that_jumps_back_is_one_motion() {
        for (long time : new long[] {5_000_000, 5_100_000, 0, 100_000}) {
            recorder.accept(time, List.of(turned(1, 0, 0, 0)));
        }

        assertThat(recorder.motion().frames()).isEqualTo(4);
    }

    @Test
    void people_without_body_or_with_a_broken_one_are_passed_over() {
        recorder.accept(0, List.of(turned(1, 0, 0, Float.NaN), turned(2, 0, 0, 0)));

        assertThat(recorder.motion().people()).extracting(PersonMotion::id).containsExactly(2);
    }

    @Test
    void the_people_of_a_still_picture_are_counted() {
        recorder.accept(0, List.of(turned(0, 0, 0, 0), turned(0, 10, 0, 1)));

        assertThat(recorder.motion().people()).extracting(PersonMotion::id).containsExactly(1, 2);
        assertThat(recorder.motion().frames()).isEqualTo(1);
    }

    @Test
    void nothing_gives_nothing() {
        assertThat(recorder.motion()).isEqualTo(new Motion(10, 0, List.of()));
    }

    @Test
    void people_of_the_beginning_are_placed_for_the_lens_that_is_known_at_the_end() {
        recorder.focal(1000);
        recorder.accept(0, List.of(turned(1, 0, 0, 1)));
        recorder.focal(1200);
        recorder.accept(100_000, List.of(turned(1, 0, 0, 1)));

        PersonMotion person = recorder.motion().people().getFirst();
        Vec3 first = person.at(0).pelvis();
        Vec3 last = person.at(1).pelvis();
        assertThat(first.z()).isCloseTo(1.2 * last.z(), within(1e-5));
        assertThat(first.x()).isCloseTo(last.x(), within(1e-5));
        Vec3 turnedBy = person.at(0).rotations().getFirst().times(person.at(1).rotations().getFirst().inverse())
                .apply(last.unit());
        assertThat(turnedBy.distance(first.unit())).isCloseTo(0, within(1e-5));
    }
}
