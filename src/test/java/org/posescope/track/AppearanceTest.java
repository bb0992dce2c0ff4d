package org.posescope.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;

class AppearanceTest {
    private static final int RED_SHIRT = 0xFFC02020;
    private static final int BLUE_SHIRT = 0xFF2040C0;
    private static final int HIPS = 250;
    private static final int WIDTH = 400;
    private static final int HEIGHT = 500;
    private static final Person SOMEBODY = standingAt(200);

    private FramePool frames;

    @BeforeEach
    void open() {
        frames = new FramePool();
    }

    @AfterEach
    void close() {
        frames.close();
    }

    @Test
    void the_same_clothes_are_alike_in_a_little_less_light() {
        assertThat(likeness(plain(RED_SHIRT), plain(0xFFB41E1E))).isGreaterThan(0.85);
    }

    @Test
    void other_clothes_are_not_alike() {
        assertThat(likeness(plain(RED_SHIRT), plain(BLUE_SHIRT))).isLessThan(0.2);
    }

    @Test
    void a_shirt_alone_tells_half() {
        IntBinaryOperator legsOf = (_, y) -> y < HIPS ? BLUE_SHIRT : RED_SHIRT;

        assertThat(likeness(plain(RED_SHIRT), legsOf)).isCloseTo(0.5, within(0.1));
    }

    @Test
    void the_background_does_not_count() {
        IntBinaryOperator other = (x, _) -> Math.abs(x - 200) < 45 ? RED_SHIRT : 0xFF00FF00;

        assertThat(likeness(plain(RED_SHIRT), other)).isGreaterThan(0.95);
    }

    @Test
    void who_is_out_of_the_picture_has_no_colours() {
        try (Frame frame = picture(plain(RED_SHIRT))) {
            Appearance out = Appearance.of(standingAt(-300), frame);

            assertThat(out.torso()).isEmpty();
            assertThat(out.thighs()).isEmpty();
            assertThat(out.likeness(Appearance.of(SOMEBODY, frame))).isEmpty();
        }
    }

    @Test
    void new_clothes_are_learnt_in_parts() {
        try (Frame red = picture(plain(RED_SHIRT)); Frame blue = picture(plain(BLUE_SHIRT))) {
            Appearance now = Appearance.of(SOMEBODY, blue);
            Appearance half = Appearance.of(SOMEBODY, red).then(now, 0.5);

            assertThat(half.likeness(now)).hasValueCloseTo(Math.sqrt(0.5), within(0.05));
            assertThat(half.then(now, 1).likeness(now)).hasValueCloseTo(1.0, within(1e-3));
        }
    }

    private double likeness(IntBinaryOperator one, IntBinaryOperator other) {
        try (Frame first = picture(one); Frame second = picture(other)) {
            return Appearance.of(SOMEBODY, first).likeness(Appearance.of(SOMEBODY, second)).orElseThrow();
        }
    }

    private static Person standingAt(float x) {
        List<Keypoint> points = Skeletons.COCO17.names().stream()
                .map(name -> new Keypoint(x + (name.startsWith("left") ? 40 : -40), height(name), 0.9f)).toList();
        return new Person(0, 0.9f, Box.around(points), List.of(new Keypoints(Skeletons.COCO17, points)),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static float height(String name) {
        return name.endsWith("shoulder") ? 100 : name.endsWith("hip") ? HIPS : name.endsWith("knee") ? 400 : 300;
    }

    private static IntBinaryOperator plain(int argb) {
        return (_, _) -> argb;
    }

    /** @param color ARGB of x and y */
    private Frame picture(IntBinaryOperator color) {
        Frame frame = new Frame(frames.acquire(WIDTH, HEIGHT), 0, 0, 0);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                frame.pixels().set(ValueLayout.JAVA_INT, (long) y * frame.stride() + 4L * x, color.applyAsInt(x, y));
            }
        }
        return frame;
    }
}
