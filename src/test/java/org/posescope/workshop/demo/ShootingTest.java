package org.posescope.workshop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.posescope.draw.raster.Argb;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.ffmpeg.VideoSource;
import org.posescope.workshop.demo.stage.FilmSet;

/** Pictures of the clip, taken small. */
class ShootingTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final int SEEN = 12;

    private static final Path CLIP = Path.of("assets", "demo.mp4");

    @ParameterizedTest
    @ValueSource(ints = {0, 50, 167, 240, 330})
    void joints_that_are_seen_lie_inside_the_drawn_people(int frame) {
        try (Shooting shooting = new Shooting(DemoClipTruthTest.BODY, WIDTH, HEIGHT);
                FilmSet empty = new FilmSet(shooting.camera())) {
            FrameTruth truth = shooting.pose(frame);
            int[] people = shooting.picture().toArray(ValueLayout.JAVA_INT);
            int[] room = empty.picture(List.of()).toArray(ValueLayout.JAVA_INT);
            List<PersonTruth.Point> seen = truth.people().stream().flatMap(person -> person.keypoints().stream())
                    .filter(PersonTruth.Point::visible).toList();
            long inside = seen.stream().filter(point -> differs(people, room, point)).count();
            assertThat(seen).hasSizeGreaterThan(24);
            assertThat(inside).isGreaterThanOrEqualTo(seen.size() - 1);
        }
    }

    private static boolean differs(int[] a, int[] b, PersonTruth.Point point) {
        int row = (int) point.y();
        int column = (int) point.x();
        int at = row * WIDTH + column;
        return Math.abs(Argb.red(a[at]) - Argb.red(b[at])) + Math.abs(Argb.green(a[at]) - Argb.green(b[at]))
                + Math.abs(Argb.blue(a[at]) - Argb.blue(b[at])) > SEEN;
    }

    @Test
    void the_committed_clip_is_small_and_shows_what_is_drawn() throws IOException {
        assertThat(Files.size(CLIP)).isLessThan(6_000_000);
        try (FramePool pool = new FramePool();
                FrameSource clip = VideoSource.open(CLIP, 1, pool);
                Frame first = clip.next();
                Shooting shooting = new Shooting(DemoClipTruthTest.BODY, first.width(), first.height())) {
            assertThat(clip.info().frameCount()).isEqualTo(Scenario.FRAMES);
            assertThat(clip.info().fps()).isEqualTo(Scenario.FPS);
            assertThat(first.width()).isEqualTo(1280);
            assertThat(first.height()).isEqualTo(720);
            int[] drawn = picture(shooting, 0);
            int[] decoded = first.pixels().toArray(ValueLayout.JAVA_INT);
            double squares = 0;
            for (int k = 0; k < drawn.length; k++) {
                double error = Argb.green(drawn[k]) - Argb.green(decoded[k]);
                squares += error * error;
            }
            assertThat(10 * Math.log10(255.0 * 255 * drawn.length / squares)).as("PSNR in dB").isGreaterThan(34);
        }
    }

    @Test
    void behind_somebody_joints_are_hidden() {
        try (Shooting shooting = new Shooting(DemoClipTruthTest.BODY, WIDTH, HEIGHT)) {
            assertThat(hidden(shooting.pose(0))).isLessThan(4);
            assertThat(hidden(shooting.pose(crossing(shooting)))).isGreaterThan(8);
        }
    }

    private static long hidden(FrameTruth truth) {
        return truth.people().stream().flatMap(person -> person.keypoints().stream()).filter(point -> !point.visible())
                .count();
    }

    private static int crossing(Shooting shooting) {
        int frame = 0;
        FrameTruth truth = shooting.pose(frame);
        while (truth.people().getFirst().keypoints().getFirst().x() < truth.people().getLast().keypoints().getFirst()
                .x()) {
            truth = shooting.pose(++frame);
        }
        return frame;
    }

    @Test
    void a_picture_does_not_depend_on_those_before_it() {
        try (Shooting shooting = new Shooting(DemoClipTruthTest.BODY, WIDTH, HEIGHT)) {
            int[] first = picture(shooting, 100);
            int[] other = picture(shooting, 170);
            assertThat(picture(shooting, 100)).isEqualTo(first).isNotEqualTo(other);
        }
    }

    private static int[] picture(Shooting shooting, int frame) {
        shooting.pose(frame);
        return shooting.picture().toArray(ValueLayout.JAVA_INT);
    }
}
