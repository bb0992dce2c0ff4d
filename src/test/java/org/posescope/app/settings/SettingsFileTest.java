package org.posescope.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.app.live.SendChoice;
import org.posescope.app.measure.KeptLength;
import org.posescope.app.measure.MeasureChoice;
import org.posescope.app.record.RecordingChoice;
import org.posescope.draw.Layer;
import org.posescope.draw.Layers;
import org.posescope.draw.view.View;
import org.posescope.measure.angle.PoseAngle;
import org.posescope.measure.band.NormalBand;
import org.posescope.measure.band.NormalBands;
import org.posescope.measure.length.LengthPlane;
import org.posescope.measure.length.PictureLine;
import org.posescope.model.NetworkRuntime;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.plan.Plan;
import org.posescope.plan.Plan.Following;
import org.posescope.plan.Plan.Machine;
import org.posescope.plan.Plan.Place;
import org.posescope.record.live.SendTarget;
import org.posescope.testkit.Plans;

class SettingsFileTest {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("deep").resolve("settings.json");
    }

    @Test
    void what_is_saved_is_loaded() {
        Settings settings = Settings.DEFAULT.withTheme(ThemeChoice.LIGHT).withMode(Mode.ASYNC)
                .withLayers(new Layers(EnumSet.of(Layer.MESH)))
                .withPlan(Plans.of("live", "", "blazepose-heavy").withPlace(Place.DEFAULT.withLens(50, 1200)))
                .withPlayback(false, 2).withRecent("a.mp4").withWindow(new WindowPlace(1000, 700, true, 0.3))
                .withRecording(RecordingChoice.DEFAULT.withView(View.SIDE_BY_SIDE).withLines(720))
                .withSend(new SendChoice(SendTarget.Kind.OSC, "studio:9001", true))
                .withMeasure(MeasureChoice.DEFAULT.withAngles(List.of(PoseAngle.NECK_BEND, PoseAngle.PELVIS_TILT))
                        .withNormal(new NormalBands(Map.of(PoseAngle.NECK_BEND, NormalBand.constant(-5, 5),
                                PoseAngle.PELVIS_TILT, new NormalBand(List.of(0.0, 50.0), List.of(1.0, 2.0),
                                        List.of(3.0, 4.0)))))
                        .withLength(Optional.of(new KeptLength("a.mp4",
                                new PictureLine(1, 2, 3, 4.5), LengthPlane.FLOOR, 1.8, 1.0625))));

        new SettingsFile(file()).save(settings);

        assertThat(new SettingsFile(file()).load().settings()).isEqualTo(settings);
        assertThat(file().getParent()).isDirectoryContaining(each -> each.equals(file()))
                .isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void two_windows_keep_what_each_of_them_has_changed() {
        new SettingsFile(file()).save(Settings.DEFAULT);
        SettingsFile first = new SettingsFile(file());
        SettingsFile second = new SettingsFile(file());
        Settings start = first.load().settings();
        assertThat(second.load().settings()).isEqualTo(start);

        first.save(start.withTheme(ThemeChoice.LIGHT));
        second.save(start.withPlayback(false, 2));
        second.save(start.withPlayback(false, 4));

        assertThat(new SettingsFile(file()).load().settings())
                .isEqualTo(start.withTheme(ThemeChoice.LIGHT).withPlayback(false, 4));
    }

    @Test
    void without_a_file_there_are_defaults_and_no_warning() {
        SettingsFile.Loaded loaded = new SettingsFile(file()).load();

        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(loaded.warning()).isEmpty();
    }

    @Test
    void what_a_file_does_not_say_has_its_default_and_what_nobody_knows_is_left_out() throws IOException {
        Path file = Files.writeString(folder.resolve("old.json"),
                "{\"theme\": \"LIGHT\", \"pipeline\": {\"threads\": 2}, \"hologram\": true}");

        SettingsFile.Loaded loaded = new SettingsFile(file).load();

        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT.withTheme(ThemeChoice.LIGHT)
                .withPlan(Plan.DEFAULT.withMachine(Machine.DEFAULT.withThreads(2))));
        assertThat(loaded.warning()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1, 2]", "{\"theme\": \"PINK\"}", "{\"speed\": 100}",
        "{\"pipeline\": {\"threshold\": 7}}", "{\"plan\": {\"following\": {\"threshold\": 7}}}",
        "{\"window\": {\"width\": 5}}", "{\"recent\": 3}"})
    void a_broken_file_gives_defaults_and_a_warning_of_one_line(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), content);

        SettingsFile.Loaded loaded = new SettingsFile(file).load();

        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(loaded.warning()).hasValueSatisfying(
                warning -> assertThat(warning).contains(file.toString(), "afresh").doesNotContain("\n"));
    }

    @Test
    void what_a_file_of_version_0_1_0_says_of_the_pipeline_becomes_the_plan() throws IOException {
        Path file = Files.writeString(folder.resolve("old.json"),
                """
                        {"pipeline": {"preset": "research", "detector": "yolox-nano", "pose": "", "engine": "pytorch",
                         "device": "cpu", "threads": 2, "threshold": 0.3, "smoothing": false, "fieldOfView": 50.0, "focal": 900.0}}
                        """);
        Plan usual = Plans.of("research", "yolox-nano", "");

        assertThat(new SettingsFile(file).load()).isEqualTo(new SettingsFile.Loaded(
                Settings.DEFAULT.withPlan(usual
                        .withNetworks(usual.networks().withRuntime(Optional.of(NetworkRuntime.PYTORCH)))
                        .withMachine(Machine.DEFAULT.withThreads(2)).withPlace(Place.DEFAULT.withLens(50, 900))
                        .withFollowing(Following.DEFAULT.withThreshold(0.3).withSmoothing(false))),
                Optional.empty()));
    }

    @Test
    void the_file_lies_where_the_platform_keeps_settings() {
        Properties properties = new Properties();
        properties.setProperty("user.home", folder.toString());
        properties.setProperty("os.name", "Linux");

        SettingsFile.ofUser(Map.of("XDG_CONFIG_HOME", folder.resolve("xdg").toString()), properties)
                .save(Settings.DEFAULT);
        SettingsFile.ofUser(Map.of(), properties).save(Settings.DEFAULT);

        assertThat(folder.resolve("xdg/posescope/settings.json")).exists();
        assertThat(folder.resolve(".config/posescope/settings.json")).exists();
    }

    @Test
    void recent_inputs_are_each_there_once_and_not_too_many() {
        Settings settings = Settings.DEFAULT;
        for (int i = 0; i < 20; i++) {
            settings = settings.withRecent("clip" + i % 10);
        }

        assertThat(settings.recent()).containsExactly("clip9", "clip8", "clip7", "clip6", "clip5", "clip4", "clip3",
                "clip2");
    }
}
