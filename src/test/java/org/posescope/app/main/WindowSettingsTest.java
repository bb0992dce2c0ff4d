package org.posescope.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.app.settings.ThemeChoice;
import org.posescope.plan.Plan;
import org.posescope.testkit.Fx;
import org.testfx.api.FxRobot;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;

/** Keys and mouse while the settings are beside the picture. */
@Timeout(60)
class WindowSettingsTest {
    private static final String LONG = "2000";
    private static final Plan OTHER = Plan.DEFAULT.withFollowing(Plan.DEFAULT.following().withSmoothing(false));

    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder;

    private WindowRig playing() throws Exception {
        WindowRig rig = new WindowRig(folder).show(LONG);
        Fx.await("the first frame", () -> rig.seen("#source-tag") && rig.seconds() > 0);
        return rig;
    }

    private void openSettings(WindowRig rig) throws Exception {
        robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
        Fx.await("the page", () -> rig.seen("#settings"));
    }

    private void closeSettings(WindowRig rig) throws Exception {
        robot.type(KeyCode.ESCAPE);
        Fx.await("no page", () -> !rig.seen("#settings"));
    }

    private static boolean plays(WindowRig rig) {
        return rig.model().transport().playing().get();
    }

    private static boolean isWithin(Node node, Parent parent) {
        return node != null && (node.equals(parent) || isWithin(node.getParent(), parent));
    }

    @Test
    void space_pauses_what_plays_and_leaves_the_settings_alone_however_often_they_are_opened() throws Exception {
        try (WindowRig rig = playing()) {
            openSettings(rig);
            Fx.run(rig.find("#settings .combo-box", ComboBox.class)::requestFocus);
            closeSettings(rig);
            Fx.run(() -> rig.model().choose(OTHER));
            Fx.await("another plan", () -> rig.model().settings().get().plan().equals(OTHER));
            openSettings(rig);

            robot.type(KeyCode.SPACE);
            Fx.await("a pause", () -> !plays(rig));
            robot.type(KeyCode.SPACE);
            Fx.await("it plays", () -> plays(rig));
            closeSettings(rig);
            robot.type(KeyCode.SPACE);
            Fx.await("a pause", () -> !plays(rig));
            assertThat(Fx.call(() -> rig.model().settings().get().plan())).isEqualTo(OTHER);
        }
    }

    @Test
    void tab_begins_at_the_first_row() throws Exception {
        try (WindowRig rig = playing()) {
            openSettings(rig);
            ComboBox<?> first = rig.find("#settings .combo-box", ComboBox.class);
            robot.type(KeyCode.TAB);
            Fx.await("the first row", first::isFocused);

            robot.type(KeyCode.SPACE);
            Fx.await("its list", first::isShowing);
            robot.type(KeyCode.ESCAPE);
            Fx.await("no list", () -> !first.isShowing());
            robot.type(KeyCode.DIGIT1);
            Fx.await("all other keys are for the window", () -> !rig.selected("#layer-boxes"));

            ToggleSwitch smoothing = rig.find("#smoothing", ToggleSwitch.class);
            Fx.run(smoothing::requestFocus);
            robot.type(KeyCode.SPACE);
            Fx.await("no smoothing", () -> !rig.model().settings().get().plan().following().smooth());
        }
    }

    @Test
    void arrows_are_for_a_slider_that_was_gone_to_and_else_for_what_plays() throws Exception {
        try (WindowRig rig = playing()) {
            robot.type(KeyCode.SPACE);
            Fx.await("a pause", () -> !plays(rig));
            Fx.run(() -> rig.model().transport().seekTo(0.5));
            openSettings(rig);
            robot.type(KeyCode.RIGHT);
            Fx.await("one frame on", () -> Math.abs(rig.seconds() - 50 - 1 / WindowRig.FPS) < 0.002);

            Slider threshold = rig.find("#settings .slider", Slider.class);
            Fx.run(threshold::requestFocus);
            double before = Fx.call(threshold::getValue);
            robot.type(KeyCode.RIGHT);
            Fx.await("a larger threshold", () -> threshold.getValue() > before);
            assertThat(Fx.call(rig::seconds)).isBetween(50.04, 50.06);
        }
    }

    @Test
    void a_click_on_the_picture_takes_the_keyboard() throws Exception {
        try (WindowRig rig = playing()) {
            openSettings(rig);
            ComboBox<?> first = rig.find("#settings .combo-box", ComboBox.class);
            Fx.run(first::requestFocus);
            robot.clickOn(rig.at("#picture", 0.1, 0.5));
            Fx.await("no row has it",
                    () -> !isWithin(rig.scene().getFocusOwner(), (Parent) rig.scene().lookup("#settings")));

            robot.type(KeyCode.SPACE);
            Fx.await("a pause", () -> !plays(rig));
            robot.type(KeyCode.F1);
            Fx.await("keys", () -> rig.seen("#key-sheet"));
        }
    }

    @Test
    void settings_go_back_to_their_defaults_and_come_again() throws Exception {
        try (WindowRig rig = playing()) {
            Fx.run(() -> rig.model().choose(OTHER));
            Fx.run(() -> rig.model().settings().update(each -> each.withTheme(ThemeChoice.LIGHT)));
            Fx.await("another plan", () -> rig.model().settings().get().plan().equals(OTHER));
            openSettings(rig);

            Fx.run(rig.find("#settings-reset", Button.class)::fire);
            Fx.await("the defaults", () -> rig.model().settings().get().plan().equals(Plan.DEFAULT)
                    && rig.model().settings().get().theme() == ThemeChoice.DARK);
            Button undo = rig.find("#banner .banner-answers .button", Button.class);
            assertThat(undo.getText()).isEqualTo("Undo");
            Fx.run(undo::fire);
            Fx.await("what was before", () -> rig.model().settings().get().plan().equals(OTHER)
                    && rig.model().settings().get().theme() == ThemeChoice.LIGHT);
        }
    }
}
