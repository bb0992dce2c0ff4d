package org.posescope.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.app.banner.Notice;
import org.posescope.testkit.Fx;
import org.testfx.api.FxRobot;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/** Who makes room for whom in the window. */
@Timeout(60)
class WindowRoomTest {
    /** What is told and can be pressed at the top of the panes. */
    private static final List<String> TOLD = List.of("#source-tag", "#people-tag", "#selection-tag", "#send",
            "#measure-open");

    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder;

    private WindowRig playing() throws Exception {
        WindowRig rig = new WindowRig(folder).show("2000");
        Fx.await("the first frame", () -> rig.seen("#source-tag") && rig.seconds() > 0);
        Fx.await("a lane", () -> rig.scene().lookup("#timeline").getLayoutBounds().getHeight() > 30);
        Fx.run(() -> rig.model().video().select(1));
        return rig;
    }

    private static Bounds bounds(WindowRig rig, String selector) {
        Node node = Optional.ofNullable(rig.scene().lookup(selector))
                .orElseThrow(() -> new AssertionError("there is no " + selector));
        return node.localToScene(node.getLayoutBounds());
    }

    private static boolean covers(WindowRig rig) {
        return TOLD.stream().anyMatch(each -> bounds(rig, each).intersects(bounds(rig, "#banner")));
    }

    @Test
    void what_goes_away_by_itself_moves_nothing_and_covers_nothing_that_is_told() throws Exception {
        try (WindowRig rig = playing()) {
            Bounds before = Fx.call(() -> bounds(rig, "#picture"));
            Fx.run(() -> rig.model().notices().show(Notice.info("Copied the picture")));
            Fx.await("a banner", () -> rig.seen("#banner") && bounds(rig, "#banner").getHeight() > 20);

            assertThat(Fx.call(() -> covers(rig))).isFalse();
            assertThat(Fx.call(() -> bounds(rig, "#picture"))).isEqualTo(before);
        }
    }

    @Test
    void the_panes_make_room_for_what_stays() throws Exception {
        try (WindowRig rig = playing()) {
            Bounds before = Fx.call(() -> bounds(rig, "#picture"));
            Fx.run(() -> rig.model().notices().show(Notice.progress("Rendering the video: 12 %")));
            Fx.await("room", () -> bounds(rig, "#banner").getHeight() > 20
                    && bounds(rig, "#picture").getMinY() >= bounds(rig, "#banner").getMaxY() - 1);
            assertThat(Fx.call(() -> covers(rig))).isFalse();

            robot.type(KeyCode.ESCAPE);
            Fx.await("all of it again", () -> bounds(rig, "#picture").equals(before));
        }
    }

    @Test
    void pages_with_buttons_stay_where_they_are() throws Exception {
        try (WindowRig rig = playing()) {
            robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
            Fx.await("settings", () -> rig.seen("#settings") && bounds(rig, "#settings").getHeight() > 100);
            Bounds settings = Fx.call(() -> bounds(rig, "#settings"));
            Fx.run(() -> rig.model().warned("the camera was lost"));
            Fx.await("room", () -> bounds(rig, "#picture").getMinY() >= bounds(rig, "#banner").getMaxY() - 1
                    && bounds(rig, "#banner").getHeight() > 20);
            assertThat(Fx.call(() -> bounds(rig, "#settings"))).isEqualTo(settings);
            Fx.run(() -> rig.model().notices().clear());

            Fx.run(() -> rig.model().showPage(new Page.Export()));
            Fx.await("the export", () -> rig.seen("#export") && bounds(rig, "#export").getHeight() > 100);
            Bounds export = Fx.call(() -> bounds(rig, "#export"));
            Fx.run(() -> rig.model().warned("the camera was lost"));
            Fx.await("a banner above it", () -> rig.seen("#banner") && bounds(rig, "#banner").getHeight() > 20
                    && bounds(rig, "#banner").getMinY() < bounds(rig, "#picture").getMinY() + 1);
            assertThat(Fx.call(() -> bounds(rig, "#export"))).isEqualTo(export);
        }
    }

    @Test
    void a_low_window_keeps_its_room_for_the_picture() throws Exception {
        try (WindowRig rig = playing()) {
            Fx.run(() -> {
                rig.scene().getWindow().setWidth(900);
                rig.scene().getWindow().setHeight(600);
            });
            Fx.await("the figures give way", () -> !rig.seen(".stats"));
            Fx.await("the lane has room", () -> bounds(rig, "#timeline").getHeight() > 30);
            Fx.await("a large picture", () -> bounds(rig, ".video-pane").getHeight() >= 0.45 * 600);

            robot.type(KeyCode.F);
            Fx.await("figures that were asked for", () -> rig.seen(".stats"));
            Fx.await("only the ruler", () -> bounds(rig, "#timeline").getHeight() < 30);
        }
    }
}
