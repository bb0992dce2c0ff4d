package org.posescope.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.app.controls.Choice;
import org.posescope.app.record.RecordingChoice;
import org.posescope.app.settings.Settings;
import org.posescope.app.settings.SettingsFile;
import org.posescope.app.settings.ThemeChoice;
import org.posescope.draw.Layer;
import org.posescope.draw.view.View;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.plan.Plan;
import org.posescope.testkit.Fx;
import org.posescope.testkit.Plans;
import org.posescope.testkit.VideoFile;
import org.testfx.api.FxRobot;

import atlantafx.base.controls.ToggleSwitch;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

/** The window as a user drives it, with mouse and keyboard. */
@Timeout(60)
class WindowTest {
    private static final String SHORT = "40";
    private static final String LONG = "2000";

    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder;

    private WindowRig playing(String input) throws Exception {
        WindowRig rig = new WindowRig(folder).show(input);
        Fx.await("the first frame", () -> rig.seen("#source-tag") && rig.seconds() > 0);
        return rig;
    }

    private void click(WindowRig rig, String selector) throws Exception {
        robot.clickOn(rig.at(selector, 0.5, 0.5));
    }

    private static boolean isAt(WindowRig rig, double seconds) {
        return Math.abs(rig.seconds() - seconds) < 0.002;
    }

    /** Frames of the last second, told once a second. */
    private static double fps(WindowRig rig) {
        return rig.model().stats().figures().get().fps();
    }

    private static boolean recorded(WindowRig rig) {
        return rig.text("#recorded").matches("\\d+:\\d\\d\\.\\d · .*") && !rig.text("#recorded").startsWith("0:00");
    }

    @Test
    void a_video_plays_and_says_what_it_is() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            assertThat(rig.text("#source-tag")).isEqualTo("fake VIDEO · 64×48 · 20 fps");
            double then = Fx.call(rig::seconds);
            Fx.await("time goes on", () -> rig.seconds() > then + 0.2);
        }
    }

    @Test
    void space_pauses_and_goes_on() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            Fx.await("a second with frames", () -> fps(rig) > 0);
            robot.type(KeyCode.SPACE);
            Fx.await("a second without", () -> fps(rig) == 0);
            double paused = Fx.call(rig::seconds);

            robot.type(KeyCode.SPACE);
            Fx.await("time goes on", () -> rig.seconds() > paused);
        }
    }

    @Test
    void arrows_go_from_frame_to_frame() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            robot.type(KeyCode.SPACE);
            Fx.run(() -> rig.model().transport().seekTo(0.5));

            robot.type(KeyCode.RIGHT);
            Fx.await("one frame on", () -> isAt(rig, 50 + 1 / WindowRig.FPS));
            robot.type(KeyCode.LEFT);
            Fx.await("one frame back", () -> isAt(rig, 50));
        }
    }

    @Test
    void a_click_on_the_seek_bar_goes_there() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            robot.clickOn(rig.at("#seek", 0.5, 0.5));

            Fx.await("the middle of 100 seconds", () -> Math.abs(rig.seconds() - 50) < 3);
        }
    }

    @Test
    void a_short_video_starts_again_unless_that_is_switched_off() throws Exception {
        try (WindowRig rig = playing(SHORT)) {
            Fx.await("near the end", () -> rig.seconds() > 1.5);
            Fx.await("the start again", () -> rig.seconds() < 1);

            robot.press(KeyCode.SHIFT).type(KeyCode.L).release(KeyCode.SHIFT);
            Fx.await("the end", () -> !rig.model().transport().playing().get());
            Fx.await("the last frame", () -> isAt(rig, 2 - 1 / WindowRig.FPS));
        }
    }

    @Test
    void tab_switches_the_mode_while_playing() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            ToggleButton async = rig.find("#mode-async", ToggleButton.class);
            assertThat(async.isSelected()).isFalse();

            robot.type(KeyCode.TAB);
            Fx.await("async is chosen", async::isSelected);
            double then = Fx.call(rig::seconds);
            Fx.await("time goes on", () -> rig.seconds() > then + 0.2);
        }
    }

    @Test
    void layers_are_switched_by_mouse_and_by_number() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            ToggleButton boxes = rig.find("#layer-boxes", ToggleButton.class);
            assertThat(boxes.isSelected()).isTrue();
            // The first lane moves what stands above the timeline.
            Fx.await("a lane", () -> rig.scene().lookup("#timeline").getLayoutBounds().getHeight() > 30);

            click(rig, "#layer-boxes");
            Fx.await("boxes are off", () -> !boxes.isSelected());
            robot.type(KeyCode.DIGIT1);
            Fx.await("boxes are on", boxes::isSelected);
        }
    }

    @Test
    void a_click_on_a_person_shows_their_figures() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            click(rig, "#picture");
            Fx.await("figures", () -> rig.text("#selection-tag").startsWith("#1 · score 0.90"));

            robot.clickOn(rig.at("#picture", 0.02, 0.5));
            Fx.await("no figures", () -> rig.text("#selection-tag").isEmpty());
        }
    }

    @Test
    void figures_of_somebody_are_told_in_full_before_the_name_of_the_file_in_a_small_window() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            Fx.run(() -> rig.scene().getWindow().setWidth(900));
            Fx.run(() -> rig.model().video().select(1));
            Label figures = rig.find("#selection-tag", Label.class);
            Fx.await("all figures", () -> figures.getText().startsWith("#1 · score 0.90")
                    && figures.getWidth() >= Math.floor(figures.prefWidth(-1)));
            Label title = rig.find("#source-tag", Label.class);
            Fx.await("less of the file", () -> title.getWidth() < Math.floor(title.prefWidth(-1)));
            assertThat(Fx.call(() -> figures.getTooltip().getText())).isEqualTo(figures.getText());
        }
    }

    @Test
    void another_preset_takes_over_while_the_video_plays_on() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            MenuButton presets = rig.find("#preset", MenuButton.class);
            double then = Fx.call(rig::seconds);

            Fx.run(() -> presets.getItems().stream().filter(item -> item.getText().startsWith("Research"))
                    .findFirst().orElseThrow().fire());

            Fx.await("the preset", () -> presets.getText().equals("Research"));
            click(rig, "#picture");
            Fx.await("who the other networks find", () -> rig.text("#selection-tag").startsWith("#1 · score 0.70"));
            Fx.await("time goes on", () -> rig.seconds() > then + 0.2);
        }
        assertThat(new SettingsFile(folder.resolve("settings.json")).load().settings().plan().networks().preset())
                .isEqualTo("research");
    }

    @Test
    void settings_are_in_effect_at_once_and_kept() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
            Fx.await("the page", () -> rig.seen("#settings"));

            ToggleSwitch smoothing = rig.find("#smoothing", ToggleSwitch.class);
            Fx.run(() -> smoothing.setSelected(false));
            Fx.await("no smoothing", () -> !rig.model().settings().get().plan().following().smooth());
            double then = Fx.call(rig::seconds);
            Fx.await("time goes on", () -> rig.seconds() > then + 0.2);
            robot.type(KeyCode.ESCAPE);
            Fx.await("no page", () -> !rig.seen("#settings"));
        }
        assertThat(new SettingsFile(folder.resolve("settings.json")).load().settings().plan().following().smooth())
                .isFalse();
    }

    @Test
    void a_file_that_is_no_video_gives_a_banner_and_the_old_one_plays_on() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            rig.drop("notes.txt");

            Fx.await("a banner", () -> rig.text("#banner-text").equals("notes.txt is not a video."));
            double then = Fx.call(rig::seconds);
            Fx.await("time goes on", () -> rig.seconds() > then + 0.2);
            robot.type(KeyCode.ESCAPE);
            Fx.await("no banner", () -> !rig.seen("#banner"));
        }
    }

    @Test
    void without_anything_to_play_the_user_is_asked_for_it() throws Exception {
        try (WindowRig rig = new WindowRig(folder).show(null)) {
            Fx.await("the welcome", () -> rig.seen("#welcome"));

            rig.drop(LONG);
            Fx.await("time goes on", () -> rig.seconds() > 0);
            assertThat(Fx.call(() -> rig.seen("#welcome"))).isFalse();
        }
    }

    @Test
    void a_choice_whose_file_is_missing_asks_for_the_file_and_plays_on() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            Fx.run(() -> rig.model().choose(Plans.of("live", "yolox-nano", "")));

            Fx.await("the page", () -> rig.seen("#bring"));
            double then = Fx.call(rig::seconds);
            Fx.await("time goes on", () -> rig.seconds() > then + 0.2);
            robot.type(KeyCode.ESCAPE);
            Fx.await("no page", () -> !rig.seen("#bring"));
        }
    }

    @Test
    void what_was_chosen_is_there_again_the_next_time() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            robot.type(KeyCode.TAB, KeyCode.DIGIT5, KeyCode.T, KeyCode.UP);
            robot.press(KeyCode.SHIFT).type(KeyCode.L).release(KeyCode.SHIFT);
            Fx.await("async", () -> rig.selected("#mode-async"));
        }
        Settings saved = new SettingsFile(folder.resolve("settings.json")).load().settings();
        assertThat(saved.mode()).isEqualTo(Mode.ASYNC);
        assertThat(saved.layers().contains(Layer.LABELS)).isTrue();
        assertThat(saved.theme()).isEqualTo(ThemeChoice.LIGHT);
        assertThat(saved.loop()).isFalse();
        assertThat(saved.speed()).isEqualTo(1.5);
        assertThat(saved.recent()).containsExactly(LONG);

        try (WindowRig rig = playing(LONG)) {
            assertThat(rig.find("#mode-async", ToggleButton.class).isSelected()).isTrue();
            assertThat(rig.find("#layer-labels", ToggleButton.class).isSelected()).isTrue();
        }
    }

    @Test
    void broken_settings_give_a_warning_and_a_window() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{ \"theme\": ");
        try (WindowRig rig = new WindowRig(folder).show(null)) {
            Fx.await("a warning", () -> rig.text("#banner-text").contains("start afresh"));
        }
    }

    @Test
    void a_recording_holds_what_was_played() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            robot.type(KeyCode.R);
            Fx.await("recording", () -> rig.text("#record").equals("Stop"));
            Fx.await("a second of pictures", () -> recorded(rig));
            robot.type(KeyCode.R);
            Fx.await("saved", () -> rig.text("#banner-text").startsWith("Saved "));
        }
        try (var files = Files.list(folder.resolve("recordings"))) {
            assertThat(files.toList()).singleElement()
                    .satisfies(file -> assertThat(Files.size(file)).isGreaterThan(500));
        }
    }

    @Test
    void a_recording_is_ended_properly_when_the_program_is() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            robot.type(KeyCode.R);
            Fx.await("recording", () -> rig.text("#record").equals("Stop"));
            Fx.await("a second of pictures", () -> recorded(rig));
            assertThat(threads()).contains("posescope-record");

            rig.end();

            Fx.await("their threads end",
                    () -> threads().stream().noneMatch(Set.of("posescope-record", "posescope-player")::contains));
            try (var files = Files.list(folder.resolve("recordings"))) {
                assertThat(files.toList()).singleElement()
                        .satisfies(file -> assertThat(Files.size(file)).isGreaterThan(500));
            }
        }
    }

    @Test
    void a_recording_shows_the_view_that_is_chosen_and_ends_with_its_source() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            Fx.run(() -> rig.model().settings().update(each -> each.withRecording(
                    RecordingChoice.DEFAULT.withView(View.SIDE_BY_SIDE).withFile(RecordingChoice.Container.MKV))));
            robot.type(KeyCode.R);
            Fx.await("pictures are recorded", () -> recorded(rig));
            rig.drop("1000");
            Fx.await("saved",
                    () -> rig.text("#banner-text").startsWith("Saved ") && rig.text("#record").equals("Record"));
        }
        try (var files = Files.list(folder.resolve("recordings"))) {
            assertThat(files.toList()).singleElement().satisfies(file -> {
                assertThat(file.toString()).endsWith(".mkv");
                VideoFile video = VideoFile.read(file, picture -> {});
                assertThat(video.width()).isEqualTo(128);
                assertThat(video.height()).isEqualTo(48);
            });
        }
    }

    private static void choose(WindowRig rig, String selector, String name) throws Exception {
        ComboBox<?> choice = rig.find(selector, ComboBox.class);
        Fx.run(() -> {
            List<String> names = choice.getItems().stream().map(each -> ((Choice.Named<?>) each).name()).toList();
            choice.getSelectionModel().select(names.indexOf(name));
        });
    }

    private List<Path> recordings() {
        try (var files = Files.list(folder.resolve("recordings"))) {
            return files.toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> exported() throws IOException {
        try (var files = Files.list(folder.resolve("recordings"))) {
            Path file = files.filter(each -> each.toString().endsWith(".json")).findFirst().orElseThrow();
            return Files.readAllLines(file);
        }
    }

    @Test
    void the_whole_clip_is_exported_while_it_plays() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            robot.type(KeyCode.E);
            Fx.await("the page", () -> rig.seen("#export"));
            choose(rig, "#export-format", "JSON Lines (.json)");
            click(rig, "#export-start");
            Fx.await("the end", () -> rig.text("#banner-text").startsWith("Exported the motion to "));

            robot.type(KeyCode.ESCAPE);
            Fx.await("no page", () -> !rig.seen("#export"));
            double then = Fx.call(rig::seconds);
            Fx.await("time goes on", () -> rig.seconds() > then);
        }
        assertThat(exported()).hasSize(2001).last().asString().contains("\"index\":1999", "\"id\":1");
    }

    @Test
    void a_cancelled_export_leaves_nothing_behind_and_the_video_plays_on() throws Exception {
        try (WindowRig rig = playing("1000000")) {
            robot.type(KeyCode.E);
            Fx.await("the page", () -> rig.seen("#export"));
            choose(rig, "#export-format", "JSON Lines (.json)");
            click(rig, "#export-start");
            Fx.await("it can be cancelled", () -> rig.seen("#export-cancel"));
            Fx.await("an unfinished file", () -> !recordings().isEmpty());
            click(rig, "#export-cancel");
            Fx.await("the end", () -> rig.text("#banner-text").startsWith("The export was cancelled"));
            double then = Fx.call(rig::seconds);
            Fx.await("time goes on", () -> rig.seconds() > then);
        }
        assertThat(recordings()).isEmpty();
    }

    @Test
    void one_person_of_what_was_recorded_is_exported() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            robot.type(KeyCode.R);
            Fx.await("recording", () -> rig.text("#record").equals("Stop"));
            Fx.await("a second of pictures", () -> recorded(rig));
            robot.type(KeyCode.R);
            Fx.await("saved", () -> rig.text("#banner-text").startsWith("Saved "));
            robot.type(KeyCode.E);
            Fx.await("the page", () -> rig.seen("#export"));
            choose(rig, "#export-who", "Person 1");
            choose(rig, "#export-format", "JSON Lines (.json)");
            click(rig, "#export-start");
            Fx.await("the end", () -> rig.text("#banner-text").startsWith("Exported the motion to "));
        }
        assertThat(exported()).hasSizeBetween(10, 1999).element(1).asString().contains("\"index\":0,\"pts_us\":0,");
    }

    @Test
    void a_clip_is_analysed_while_it_plays_and_its_motion_is_exported_without_another_look() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            robot.type(KeyCode.A);
            Fx.await("the end", () -> rig.text("#analyse").equals("Analysed"));
            double then = Fx.call(rig::seconds);
            Fx.await("time goes on", () -> rig.seconds() > then);
            int looks = rig.looks();

            robot.type(KeyCode.E);
            Fx.await("the page", () -> rig.seen("#export"));
            choose(rig, "#export-format", "JSON Lines (.json)");
            click(rig, "#export-start");
            Fx.await("the end", () -> rig.text("#banner-text").startsWith("Exported the motion to "));
            assertThat(rig.looks()).isEqualTo(looks);
        }
        assertThat(exported()).hasSize(2001).last().asString().contains("\"index\":1999", "\"id\":1");
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }

    @Test
    void the_keyboard_reaches_buttons_while_tab_stays_the_mode() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            robot.type(KeyCode.F6, KeyCode.RIGHT, KeyCode.RIGHT);
            Fx.await("the presets", () -> rig.focused().equals("preset"));
            robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.SPACE);
            Fx.await("async", () -> rig.selected("#mode-async"));
            robot.type(KeyCode.TAB);
            Fx.await("min latency", () -> rig.selected("#mode-min-latency"));
            robot.type(KeyCode.F6);
            Fx.await("what is done with people", () -> rig.focused().equals("send"));
            robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
            Fx.await("layers", () -> rig.focused().equals("layer-boxes"));

            robot.type(KeyCode.ESCAPE, KeyCode.SPACE);
            Fx.await("a pause", () -> !rig.model().transport().playing().get());
        }
    }

    @Test
    void settings_are_beside_the_panes() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
            Fx.await("the page", () -> rig.seen("#settings"));
            Fx.await("room beside the panes", () -> rig.right("#scene") <= rig.left("#settings") + 1);
        }
    }

    @Test
    void arrows_in_a_list_of_settings_choose_nothing_until_it_is_closed() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
            Fx.await("the page", () -> rig.seen("#settings"));
            ComboBox<?> preset = rig.find("#settings .combo-box", ComboBox.class);
            Fx.run(preset::requestFocus);

            robot.type(KeyCode.DOWN);
            Fx.await("the list", preset::isShowing);
            robot.type(KeyCode.DOWN, KeyCode.DOWN);
            assertThat(Fx.call(() -> rig.model().settings().get().plan())).isEqualTo(Plan.DEFAULT);
            robot.type(KeyCode.ESCAPE);
            Fx.await("no list", () -> !preset.isShowing());
            assertThat(Fx.call(() -> rig.model().settings().get().plan())).isEqualTo(Plan.DEFAULT);
        }
    }

    @Test
    void what_program_this_is_can_be_copied() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            robot.type(KeyCode.F12);
            Fx.await("the page", () -> rig.seen("#about"));
            click(rig, "#about-copy");
            Fx.await("copied", () -> rig.text("#about-copy").equals("Copied"));
            assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString())).startsWith("PoseScope: ")
                    .contains("Java: ", "System: ");
        }
    }

    @Test
    void the_question_mark_shows_the_keys() throws Exception {
        try (WindowRig rig = playing(LONG)) {
            robot.type(KeyCode.F1);
            Fx.await("keys", () -> rig.seen("#key-sheet"));
            robot.type(KeyCode.ESCAPE);
            Fx.await("no keys", () -> !rig.seen("#key-sheet"));
        }
    }
}
