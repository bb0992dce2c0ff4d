package org.posescope.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Rotations;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

class BodySmootherTest {
    private static final long FRAME = 33_333;
    private static final List<Keypoints> SEEN = List.of(new Keypoints(Skeletons.COCO17,
            Collections.nCopies(Skeletons.COCO17.names().size(), new Keypoint(5, 10, 0.9f))));

    private final BodySmoother smoother = new BodySmoother(SmoothingSettings.defaults());
    private final Random random = new Random(5);

    private static Person person(int id, BodyParameters body) {
        return new Person(id, 0.9f, new Box(0, 0, 10, 20), SEEN, Optional.empty(), Optional.empty(),
                Optional.of(body));
    }

    /** A body with all rotations about the same axis. */
    private static BodyParameters turned(double angle, float beta, float depth) {
        Quaternion q = Rotations.quaternionOfAxisAngle(0, angle, 0);
        return new BodyParameters(Collections.nCopies(BodyParameters.JOINTS, q),
                Collections.nCopies(BodyParameters.BETAS, beta), new Vector3(0, 0, depth));
    }

    private BodyParameters next(int id, int frame, BodyParameters body) {
        return smoother.smooth(List.of(person(id, body)), frame * FRAME).getFirst().body().orElseThrow();
    }

    private static double angle(BodyParameters body) {
        Quaternion q = body.rotations().get(7);
        return 2 * Math.atan2(q.y(), q.w());
    }

    private double noise(double size) {
        return size * random.nextGaussian();
    }

    @Test
    void a_body_at_rest_trembles_less_and_keeps_its_shape() {
        double raw = 0;
        double smooth = 0;
        List<Float> betas = new ArrayList<>();
        for (int frame = 0; frame < 300; frame++) {
            double measured = 1 + noise(0.02);
            BodyParameters body = next(1, frame,
                    turned(measured, (float) (0.5 + noise(0.3)), (float) (4 + noise(0.1))));
            if (frame >= 30) {
                raw += Math.abs(measured - 1);
                smooth += Math.abs(angle(body) - 1);
                betas.add(body.betas().getFirst());
            }
        }
        assertThat(smooth).isLessThan(0.6 * raw);
        assertThat(Collections.max(betas) - Collections.min(betas)).isLessThan(0.15f);
        assertThat(betas.getLast()).isCloseTo(0.5f, within(0.05f));
    }

    @Test
    void a_quick_turn_is_followed_within_a_frame_and_through_the_change_of_sign() {
        double speed = 6;
        for (int frame = 0; frame < 60; frame++) {
            double wanted = speed * frame * FRAME * 1e-6;
            BodyParameters body = next(1, frame, turned(wanted, 0, 4));
            Quaternion q = body.rotations().getFirst();
            assertThat((double) q.w() * q.w() + q.y() * q.y()).isCloseTo(1, within(1e-5));
            double lag = Math.IEEEremainder(wanted - angle(body), 2 * Math.PI);
            assertThat(Math.abs(lag)).as("frame %d", frame).isLessThan(speed * FRAME * 1e-6);
        }
    }

    @Test
    void a_quaternion_and_its_negative_are_the_same_rotation() {
        BodyParameters plus = turned(2, 0, 4);
        BodyParameters minus = new BodyParameters(plus.rotations().stream()
                .map(q -> new Quaternion(-q.w(), -q.x(), -q.y(), -q.z())).toList(), plus.betas(), plus.translation());
        next(1, 0, plus);

        assertThat(angle(next(1, 1, minus))).isCloseTo(2, within(1e-5));
    }

    @Test
    void people_are_smoothed_apart_and_forgotten_after_a_second() {
        next(1, 0, turned(0, 0, 4));
        next(2, 0, turned(2, 0, 4));

        assertThat(angle(next(2, 1, turned(2, 0, 4)))).isCloseTo(2, within(1e-5));
        assertThat(angle(next(1, 32, turned(1.5, 0, 4)))).isCloseTo(1.5, within(1e-5));
    }

    @Test
    void somebody_without_a_body_stays_as_they_are() {
        Person person = new Person(3, 0.9f, new Box(0, 0, 10, 20), SEEN, Optional.empty(), Optional.empty(),
                Optional.empty());

        assertThat(smoother.smooth(List.of(person), 0)).containsExactly(person);
    }
}
