package org.posescope.app.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import org.kordamp.ikonli.feather.Feather;
import org.posescope.app.controls.Buttons;
import org.posescope.app.controls.Choice;
import org.posescope.app.controls.Names;
import org.posescope.app.player.PipelineChoice;
import org.posescope.infer.SessionOptions;
import org.posescope.model.EngineChoice;
import org.posescope.model.ModelCatalog;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Task;

import atlantafx.base.controls.ToggleSwitch;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All settings at the right edge of the window; every change is in effect at once. FX thread. */
public final class SettingsPage extends VBox {
    private static final double WIDTH = 464;
    private static final List<String> DEVICES = List.of(SessionOptions.CPU);

    private final SettingsModel settings;
    private final Consumer<PipelineChoice> choose;
    private final ModelCatalog catalog;
    private final VBox rows = new VBox();

    /**
     * @param choose asks for another pipeline, which comes back through the settings when it is in effect
     * @param close  takes the page away
     */
    public SettingsPage(SettingsModel settings, Consumer<PipelineChoice> choose, ModelCatalog catalog,
            Runnable close) {
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
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        models();
        machine();
        people();
        camera();
        look();
    }

    private PipelineChoice now() {
        return settings.get().pipeline();
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
            Function<PipelineChoice, T> read, BiFunction<PipelineChoice, T, PipelineChoice> write) {
        Choice<T> control = new Choice<>(values, value -> choose.accept(write.apply(now(), value)));
        settings.settings().subscribe(each -> control.show(read.apply(each.pipeline())));
        row(name, explanation, control);
    }

    private void models() {
        section("Models");
        choice("Preset", "Networks that belong together.",
                catalog.presets().stream().map(each -> new Choice.Named<>(each.id(), Names.capitalised(each.id())))
                        .toList(),
                PipelineChoice::preset, (choice, id) -> choice.withPreset(catalog.preset(id)));
        choice("Detector", "Finds people who are not followed yet.", named(Set.of(Task.PERSON_DETECTION)),
                PipelineChoice::detector, (choice, id) -> choice.withModels(choice.preset(), id, choice.pose()));
        choice("Landmarks", "Finds the joints; larger networks are more exact and slower.",
                named(Set.of(Task.POSE_LANDMARKS, Task.POSE_2D)), PipelineChoice::pose,
                (choice, id) -> choice.withModels(choice.preset(), choice.detector(), id));
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
                Stream.concat(Stream.of(new Choice.Named<>(EngineChoice.AUTO, "The fastest")),
                        Arrays.stream(NetworkRuntime.values())
                                .map(runtime -> new Choice.Named<>(runtime.label(), runtime.title())))
                        .toList(),
                PipelineChoice::engine, PipelineChoice::withEngine);
        choice("Device", "What networks run on.",
                DEVICES.stream().map(device -> new Choice.Named<>(device, device.toUpperCase(Locale.ROOT))).toList(),
                PipelineChoice::device, (choice, device) -> choice.withMachine(device, choice.threads()));
        int cores = Runtime.getRuntime().availableProcessors();
        List<Choice.Named<Integer>> threads = new ArrayList<>();
        threads.add(new Choice.Named<>(0, "Automatic"));
        for (int count = 1; count <= cores; count++) {
            threads.add(new Choice.Named<>(count, Integer.toString(count)));
        }
        choice("Threads", "That networks may use; fewer leave room for other programs.", threads,
                PipelineChoice::threads, (choice, count) -> choice.withMachine(choice.device(), count));
    }

    private void people() {
        section("People");
        amount("Threshold", "How sure the networks must be that a person is there.", new Amount.Range(0.05, 0.95, 0.05),
                value -> String.format(Locale.ROOT, "%.2f", value), PipelineChoice::threshold,
                (choice, value) -> choice.withPeople(value, choice.smoothing()));
        ToggleSwitch smoothing = new ToggleSwitch();
        smoothing.setId("smoothing");
        settings.settings().subscribe(each -> smoothing.setSelected(each.pipeline().smoothing()));
        smoothing.selectedProperty().addListener((property, before, wanted) -> {
            if (wanted != now().smoothing()) {
                choose.accept(now().withPeople(now().threshold(), wanted));
            }
        });
        row("Smoothing", "Steadies joints from frame to frame without making them late.", smoothing);
    }

    private void camera() {
        section("Camera");
        amount("Field of view", "Angle that the longer side of the picture covers; sets distances in 3D.",
                new Amount.Range(30, 120, 1), value -> String.format(Locale.ROOT, "%.0f°", value),
                PipelineChoice::fieldOfView, (choice, value) -> choice.withLens(value, choice.focal()));
        FocalField focal = new FocalField(value -> {
            if (value != now().focal()) {
                choose.accept(now().withLens(now().fieldOfView(), value));
            }
        });
        settings.settings().subscribe(each -> focal.show(each.pipeline().focal()));
        row("Focal length", "In pixels, when it is known; it then takes the place of the angle.", focal);
    }

    private void amount(String name, String explanation, Amount.Range range, DoubleFunction<String> text,
            ToDoubleFunction<PipelineChoice> read, BiFunction<PipelineChoice, Double, PipelineChoice> write) {
        Amount control = new Amount(range, text, value -> {
            if (value != read.applyAsDouble(now())) {
                choose.accept(write.apply(now(), value));
            }
        });
        settings.settings().subscribe(each -> control.show(read.applyAsDouble(each.pipeline())));
        row(name, explanation, control);
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
