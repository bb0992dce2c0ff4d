package org.posescope.app.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import org.kordamp.ikonli.feather.Feather;
import org.posescope.app.banner.Notice;
import org.posescope.app.controls.Buttons;
import org.posescope.app.controls.Choice;
import org.posescope.app.controls.Names;
import org.posescope.infer.SessionOptions;
import org.posescope.model.ModelCatalog;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Precision;
import org.posescope.model.Task;
import org.posescope.plan.Plan;
import org.posescope.plan.Plan.Place;

import atlantafx.base.controls.ToggleSwitch;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All settings at the right edge of the window; every change is in effect at once. FX thread. */
public final class SettingsPage extends VBox {
    private static final double WIDTH = 408;
    private static final List<String> DEVICES = List.of(SessionOptions.CPU);

    private final SettingsModel settings;
    private final Consumer<Plan> choose;
    private final ModelCatalog catalog;
    private final VBox rows = new VBox();

    /**
     * @param choose asks for another pipeline, which comes back through the settings when it is in effect
     * @param folders where recordings go
     * @param notices shown what can be taken back
     * @param close  takes the page away
     */
    public SettingsPage(SettingsModel settings, Consumer<Plan> choose, ModelCatalog catalog,
            Folders folders, Consumer<Notice> notices, Runnable close) {
        this.settings = settings;
        this.choose = choose;
        this.catalog = catalog;
        setId("settings");
        getStyleClass().add("drawer");
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        Label title = new Label("Settings");
        title.getStyleClass().add("page-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button dismiss = Buttons.icon(Feather.X, "Close (Esc)");
        dismiss.setOnAction(event -> close.run());
        HBox head = new HBox(title, dismiss);
        head.setAlignment(Pos.CENTER_LEFT);
        rows.getStyleClass().add("settings-rows");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        models();
        machine();
        people();
        camera();
        recordings(folders);
        look();
        rows.getChildren().add(reset(notices));
    }

    private Button reset(Consumer<Notice> notices) {
        Button reset = new Button("Back to defaults");
        reset.setId("settings-reset");
        reset.setMinWidth(Region.USE_PREF_SIZE);
        reset.setOnAction(event -> {
            Settings before = settings.get();
            show(Settings.DEFAULT);
            notices.accept(Notice.info("Settings are back to their defaults")
                    .with(new Notice.Answer("Undo", () -> show(before))));
        });
        return reset;
    }

    private void show(Settings wanted) {
        settings.update(each -> each.withTheme(wanted.theme()));
        choose.accept(wanted.plan());
    }

    private Plan now() {
        return settings.get().plan();
    }

    private void section(String name) {
        Label title = new Label(name.toUpperCase(Locale.ROOT));
        title.getStyleClass().add("stats-title");
        rows.getChildren().add(title);
    }

    private void row(String name, String explanation, Region control) {
        rows.getChildren().add(new SettingRow(name, explanation, control));
    }

    private <T> void choice(String name, String explanation, List<Choice.Named<T>> values,
            Function<Plan, T> read, BiFunction<Plan, T, Plan> write) {
        Choice<T> control = new Choice<>(values, value -> choose.accept(write.apply(now(), value)));
        settings.settings().subscribe(each -> control.show(read.apply(each.plan())));
        row(name, explanation, control);
    }

    private void models() {
        section("Models");
        choice("Preset", "Networks that belong together.",
                catalog.presets().stream().map(each -> new Choice.Named<>(each.id(), Names.capitalised(each.id())))
                        .toList(),
                plan -> plan.networks().preset(), Plan::withPreset);
        choice("Detector", "Finds people who are not followed yet.", named(Set.of(Task.PERSON_DETECTION)),
                plan -> plan.networks().detector(),
                (plan, id) -> plan.withNetworks(plan.networks().withDetector(id)));
        choice("Landmarks", "Finds the joints; larger networks are more exact and slower.",
                named(Set.of(Task.POSE_LANDMARKS, Task.POSE_2D)), SettingsPage::pose,
                (plan, id) -> plan.withNetworks(plan.networks().withModels(id.isEmpty() ? List.of() : List.of(id))));
        toggle("Flip test", "flip-test", "Networks with heatmaps look in a mirror too: slower, somewhat more exact.",
                plan -> plan.networks().flipTest(),
                (plan, wanted) -> plan.withNetworks(plan.networks().withFlipTest(wanted)));
    }

    /** The first of the models that were named; empty where the preset's is meant. */
    private static String pose(Plan plan) {
        return plan.networks().models().stream().findFirst().orElse("");
    }

    private List<Choice.Named<String>> named(Set<Task> tasks) {
        List<Choice.Named<String>> values = new ArrayList<>();
        values.add(new Choice.Named<>("", "As the preset"));
        catalog.cards().stream().filter(card -> tasks.contains(card.task()))
                .forEach(card -> values.add(new Choice.Named<>(card.id(), card.title())));
        return values;
    }

    private void machine() {
        section("Machine");
        choice("Engine", "What executes networks; the first use of another one takes seconds.",
                Stream.concat(Stream.of(new Choice.Named<>(Optional.<NetworkRuntime>empty(), "The fastest")),
                        Arrays.stream(NetworkRuntime.values())
                                .map(runtime -> new Choice.Named<>(Optional.of(runtime), runtime.title())))
                        .toList(),
                plan -> plan.networks().runtime(),
                (plan, runtime) -> plan.withNetworks(plan.networks().withRuntime(runtime)));
        choice("Precision", "What networks compute in; int8 is of those that were quantized.",
                Arrays.stream(Precision.values()).map(each -> new Choice.Named<>(each, each.label())).toList(),
                plan -> plan.networks().precision(),
                (plan, precision) -> plan.withNetworks(plan.networks().withPrecision(precision)));
        choice("Device", "What networks run on.",
                DEVICES.stream().map(device -> new Choice.Named<>(device, device.toUpperCase(Locale.ROOT))).toList(),
                plan -> plan.networks().device(),
                (plan, device) -> plan.withNetworks(plan.networks().withDevice(device)));
        int cores = Runtime.getRuntime().availableProcessors();
        List<Choice.Named<Integer>> threads = new ArrayList<>();
        threads.add(new Choice.Named<>(0, "Automatic"));
        for (int count = 1; count <= cores; count++) {
            threads.add(new Choice.Named<>(count, Integer.toString(count)));
        }
        choice("Threads", "That networks may use; fewer leave room for other programs.", threads,
                plan -> plan.machine().threads(),
                (plan, count) -> plan.withMachine(plan.machine().withThreads(count)));
    }

    private void people() {
        section("People");
        amount("Threshold", "How sure the networks must be that a person is there.", new Amount.Range(0.05, 0.95, 0.05),
                value -> String.format(Locale.ROOT, "%.2f", value), this::threshold,
                (plan, value) -> plan.withFollowing(plan.following().withThreshold(value)));
        toggle("Smoothing", "smoothing", "Steadies joints from frame to frame without making them late.",
                plan -> plan.following().smooth(),
                (plan, wanted) -> plan.withFollowing(plan.following().withSmoothing(wanted)));
        toggle("Background", "background",
                "Keeps people in single pictures who are far behind the others and too small to be measured.",
                plan -> plan.following().background(),
                (plan, kept) -> plan.withFollowing(plan.following().withBackground(kept)));
    }

    private double threshold(Plan plan) {
        return plan.following().threshold().orElse(catalog.usualThreshold(plan.networks().preset()));
    }

    private void toggle(String name, String id, String explanation, Predicate<Plan> read,
            BiFunction<Plan, Boolean, Plan> write) {
        ToggleSwitch control = new ToggleSwitch();
        control.setId(id);
        settings.settings().subscribe(each -> control.setSelected(read.test(each.plan())));
        control.selectedProperty().addListener((property, before, wanted) -> {
            if (wanted != read.test(now())) {
                choose.accept(write.apply(now(), wanted));
            }
        });
        control.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.SPACE) {
                event.consume();
                control.setSelected(!control.isSelected());
            }
        });
        row(name, explanation, control);
    }

    private void camera() {
        section("Camera");
        amount("Field of view", "Angle that the longer side of the picture covers; sets distances in 3D.",
                new Amount.Range(30, 120, 1), value -> String.format(Locale.ROOT, "%.0f°", value),
                plan -> plan.place().fieldOfView(),
                (plan, value) -> plan.withPlace(plan.place().withLens(value, plan.place().focal())));
        FocalField focal = new FocalField(FocalField.Range.ANY, value -> {
            Place place = now().place();
            if (value != place.focal()) {
                choose.accept(now().withPlace(place.withLens(place.fieldOfView(), value)));
            }
        });
        settings.settings().subscribe(each -> focal.show(each.plan().place().focal()));
        row("Focal length", "In pixels, when it is known; it then takes the place of the angle.", focal);
        FocalField height = new FocalField(new FocalField.Range(Place.LEAST_HEIGHT, Place.MOST_HEIGHT), value -> {
            if (value != now().place().height()) {
                choose.accept(now().withPlace(now().place().withHeight(value)));
            }
        });
        settings.settings().subscribe(each -> height.show(each.plan().place().height()));
        row("Height of people", "In metres, when it is known: sizes and distances get the scale of it.", height);
    }

    private void amount(String name, String explanation, Amount.Range range, DoubleFunction<String> text,
            ToDoubleFunction<Plan> read, BiFunction<Plan, Double, Plan> write) {
        Amount control = new Amount(range, text, value -> {
            if (value != read.applyAsDouble(now())) {
                choose.accept(write.apply(now(), value));
            }
        });
        settings.settings().subscribe(each -> control.show(read.applyAsDouble(each.plan())));
        row(name, explanation, control);
    }

    private void recordings(Folders folders) {
        section("Recordings");
        FolderField field = new FolderField(folders,
                chosen -> settings.update(each -> each.withRecording(each.recording().withFolder(chosen))));
        settings.settings().subscribe(each -> field.show(each.recording().folder(folders.usual())));
        row("Folder", "Where videos and pictures are saved.", field);
        rows.getChildren().add(field.path());
    }

    private void look() {
        section("Look");
        Choice<ThemeChoice> theme = new Choice<>(
                List.of(new Choice.Named<>(ThemeChoice.DARK, "Dark"), new Choice.Named<>(ThemeChoice.LIGHT, "Light")),
                chosen -> settings.update(each -> each.withTheme(chosen)));
        theme.setId("theme");
        settings.settings().subscribe(each -> theme.show(each.theme()));
        row("Theme", "Colours of the window.", theme);
    }
}
