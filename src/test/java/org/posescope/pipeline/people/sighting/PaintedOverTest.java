package org.posescope.pipeline.people.sighting;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.ValueLayout;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.posescope.frame.Frame;
import org.posescope.pipeline.people.ScriptedPerson;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Person;
import org.posescope.testkit.TestFrames;

class PaintedOverTest {
    private static final int GREY = 0xFF808080;

    private static final int WALL = 0xFF305070;

    private final Frame frame = TestFrames.of(320, 240, (_, _) -> WALL);

    @AfterEach
    void close() {
        frame.close();
    }

    private static int pixel(Frame frame, int x, int y) {
        return frame.pixels().get(ValueLayout.JAVA_INT_UNALIGNED, 4L * ((long) y * frame.width() + x));
    }

    private static long grey(Frame frame) {
        long pixels = 0;
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                pixels += pixel(frame, x, y) == GREY ? 1 : 0;
            }
        }
        return pixels;
    }

    @Test
    void joints_and_limbs_are_painted_and_what_is_beside_them_is_seen() {
        Person person = ScriptedPerson.standing(new Box(100, 40, 60, 160)).person(0, 1);
        List<Keypoint> points = DuplicatePose.coco(person);
        try (PaintedOver painted = new PaintedOver(frame, List.of(person))) {
            assertThat(points.subList(5, points.size()))
                    .allMatch(point -> pixel(painted.frame(), (int) point.x(), (int) point.y()) == GREY);
            Keypoint knee = points.get(13);
            Keypoint ankle = points.get(15);
            assertThat(pixel(painted.frame(), (int) ((knee.x() + ankle.x()) / 2), (int) ((knee.y() + ankle.y()) / 2)))
                    .isEqualTo(GREY);
            assertThat(pixel(painted.frame(), 20, 120)).isEqualTo(WALL);
            assertThat(pixel(painted.frame(), 300, 120)).isEqualTo(WALL);
        }
        assertThat(grey(frame)).isZero();
    }

    @Test
    void somebody_half_outside_is_painted_as_far_as_the_picture_goes() {
        try (PaintedOver painted = new PaintedOver(frame,
                List.of(ScriptedPerson.standing(new Box(-30, 150, 60, 160)).person(0, 1),
                        ScriptedPerson.standing(new Box(900, 900, 60, 160)).person(0, 1)))) {
            assertThat(grey(painted.frame())).isBetween(1L, 320L * 240 / 4);
        }
    }

    @Test
    void it_is_the_same_moment() {
        try (PaintedOver painted = new PaintedOver(frame, List.of())) {
            assertThat(painted.frame().ptsMicros()).isEqualTo(frame.ptsMicros());
            assertThat(painted.frame().pixels().mismatch(frame.pixels())).isEqualTo(-1);
        }
    }
}
