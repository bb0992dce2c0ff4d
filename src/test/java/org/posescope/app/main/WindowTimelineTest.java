package org.posescope.app.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.app.settings.WindowPlace;
import org.posescope.app.video.VideoPane;
import org.posescope.pose.Person;
import org.posescope.testkit.Fx;
import org.testfx.api.FxRobot;

import javafx.geometry.Point2D;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** The timeline of the window as a user works with it. */
@Timeout(120)
class WindowTimelineTest {
    private static final String VIDEO = "2000";
    private static final long SECOND = 1_000_000;

    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder;

    private WindowRig playing() throws Exception {
        WindowRig rig = new WindowRig(folder).show(VIDEO);
        Fx.await("a lane", () -> rig.seen("#timeline")
                && rig.scene().lookup("#timeline").getLayoutBounds().getHeight() > 30 && rig.seconds() > 0);
        return rig;
    }

    private static void goTo(WindowRig rig, double seconds) throws Exception {
        Fx.run(() -> rig.model().transport().seekToMicros(Math.round(seconds * SECOND)));
        Fx.await("the place", () -> Math.abs(rig.seconds() - seconds) < 0.2);
    }

    private void write(WindowRig rig, String field, String text) throws Exception {
        TextField written = rig.find(field, TextField.class);
        Fx.run(() -> written.setText(text));
        robot.type(KeyCode.ENTER);
    }

    @Test
    void a_part_between_two_marks_is_played_again_and_again() throws Exception {
        try (WindowRig rig = playing()) {
            robot.type(KeyCode.K);
            goTo(rig, 50);
            robot.type(KeyCode.I);
            goTo(rig, 50.5);
            robot.type(KeyCode.O);
            goTo(rig, 50);
            robot.type(KeyCode.L);

            for (int round = 0; round < 2; round++) {
                Fx.await("near its end", () -> rig.seconds() > 50.35);
                Fx.await("its begin again", () -> rig.seconds() < 50.2);
            }
            assertThat(Fx.call(rig::seconds)).isBetween(50.0, 50.501);
        }
    }

    @Test
    void a_picture_at_rest_shows_who_somebody_turned_out_to_be() throws Exception {
        try (WindowRig rig = playing()) {
            robot.type(KeyCode.K);
            goTo(rig, 50);
            Fx.await("a stranger", () -> shown(rig) == 2);

            robot.type(KeyCode.A);
            Fx.await("the one of the start", () -> shown(rig) == 1);
        }
    }

    private static int shown(WindowRig rig) {
        return rig.model().video().people().get().stream().mapToInt(Person::id).max().orElse(0);
    }

    @Test
    void angles_over_time_have_a_page_beside_the_3d_view() throws Exception {
        try (WindowRig rig = playing()) {
            robot.type(KeyCode.G);
            Fx.await("the page", () -> rig.seen("#plot") && rig.selected("#measure-open"));
            assertThat(Fx.call(() -> rig.left("#plot"))).isGreaterThan(Fx.call(() -> rig.right("#picture")));
            assertThat(rig.seen("#scene")).isTrue();

            robot.type(KeyCode.G);
            Fx.await("no page", () -> !rig.seen("#plot") && !rig.selected("#measure-open"));
        }
    }

    @Test
    void buttons_above_the_picture_stay_within_it_in_the_smallest_window_with_settings() throws Exception {
        try (WindowRig rig = playing()) {
            Fx.run(() -> {
                rig.scene().getWindow().setWidth(WindowPlace.LEAST_WIDTH);
                rig.scene().getWindow().setHeight(WindowPlace.LEAST_HEIGHT);
                rig.model().showPage(new Page.Preferences());
            });
            Fx.await("the settings", () -> rig.seen("#settings") && rig.right("#picture") < 300);

            Fx.await("the buttons", () -> rig.right("#measure-open") <= rig.right("#picture"));
        }
    }

    @Test
    void a_time_or_frame_that_is_written_is_gone_to() throws Exception {
        try (WindowRig rig = playing()) {
            robot.push(KeyCode.SHORTCUT, KeyCode.G);
            Fx.await("the field", () -> rig.focused().equals("go-to"));
            write(rig, "#go-to", "1:10.5");
            Fx.await("the time", () -> Math.abs(rig.seconds() - 70.5) < 0.01);
            assertThat(rig.seen("#go-to")).isFalse();

            robot.push(KeyCode.SHORTCUT, KeyCode.G);
            Fx.await("the field", () -> rig.focused().equals("go-to"));
            write(rig, "#go-to", "40");
            Fx.await("the frame", () -> rig.text("#frame").equals("frame 40"));
            robot.push(KeyCode.SHORTCUT, KeyCode.G);
            Fx.await("the field", () -> rig.focused().equals("go-to"));
            robot.type(KeyCode.ESCAPE);
            Fx.await("no field", () -> !rig.seen("#go-to"));
        }
    }

    @Test
    void a_person_has_the_name_that_the_user_gives_and_is_hidden_and_seen_again() throws Exception {
        try (WindowRig rig = playing()) {
            rig.click("#timeline", 40, 29, 2);
            Fx.await("the field", () -> rig.focused().equals("person-name"));
            write(rig, "#person-name", "Anna");
            Fx.await("the name", () -> rig.text("#selection-tag").startsWith("Anna · score 0.90"));

            robot.clickOn(rig.at("#timeline", 0, 0).add(16, 29));
            Fx.await("nobody", () -> rig.text("#people-tag").equals("nobody"));
            robot.push(KeyCode.SHORTCUT, KeyCode.Z);
            Fx.await("somebody", () -> rig.text("#people-tag").equals("1 person"));
            robot.push(KeyCode.SHORTCUT, KeyCode.Z);
            Fx.await("the number", () -> rig.text("#selection-tag").startsWith("#1 ·"));
        }
    }

    /** The time at a place of the ruler: a click goes there. */
    private static long timeAt(WindowRig rig, double x) throws Exception {
        rig.click("#timeline", x, 8, 1);
        return Fx.call(() -> rig.model().transport().position().get());
    }

    @Test
    void the_wheel_over_the_timeline_comes_nearer_at_the_pointer_and_a_double_click_shows_all_again() throws Exception {
        try (WindowRig rig = playing()) {
            robot.type(KeyCode.K);
            double x = 400;
            long pointed = timeAt(rig, x);
            long length = timeAt(rig, x + 100) - pointed;

            rig.scroll("#timeline", x, 8, 1);
            rig.scroll("#timeline", x, 8, 1);
            assertThat(timeAt(rig, x)).isCloseTo(pointed, within(SECOND / 10));
            assertThat(timeAt(rig, x + 100) - pointed).isCloseTo(Math.round(length / 1.25 / 1.25), within(SECOND / 10));
            rig.scroll("#timeline", x, 8, -1);
            assertThat(timeAt(rig, x + 100) - pointed).isCloseTo(Math.round(length / 1.25), within(SECOND / 10));

            rig.click("#timeline", x, 8, 2);
            assertThat(timeAt(rig, x + 100) - timeAt(rig, x)).isCloseTo(length, within(SECOND / 10));
        }
    }

    @Test
    void the_wheel_over_the_picture_comes_nearer_at_the_pointer_and_a_double_click_shows_all_again() throws Exception {
        try (WindowRig rig = playing()) {
            robot.type(KeyCode.K);
            VideoPane picture = rig.find(".video-pane", VideoPane.class);
            // A picture that is smaller than the pane stays in its middle.
            Point2D middle = Fx.call(() -> picture.screenOf(new Point2D(32, 24)));
            for (int i = 0; i < 5; i++) {
                rig.scroll(".video-pane", middle.getX(), middle.getY(), 1);
            }
            Point2D pointer = Fx.call(() -> picture.screenOf(new Point2D(30, 26)));
            Point2D other = Fx.call(() -> picture.screenOf(new Point2D(40, 26)));

            for (int i = 0; i < 3; i++) {
                rig.scroll(".video-pane", pointer.getX(), pointer.getY(), 1);
            }
            assertThat(Fx.call(picture::zoomed)).isTrue();
            Point2D seen = Fx.call(() -> picture.screenOf(new Point2D(30, 26)));
            assertThat(seen.distance(pointer)).isLessThan(1.5);
            assertThat(Fx.call(() -> picture.screenOf(new Point2D(40, 26))).distance(seen))
                    .isCloseTo(1.2 * 1.2 * 1.2 * other.distance(pointer), within(1.5));

            rig.click(".video-pane", pointer.getX(), pointer.getY(), 2);
            Fx.await("all of the picture", () -> !picture.zoomed());
        }
    }
}
