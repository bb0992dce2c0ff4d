package org.posescope.app.toolbar;

import java.util.function.Function;

import org.kordamp.ikonli.feather.Feather;
import org.posescope.app.controls.Buttons;
import org.posescope.app.keys.Action;
import org.posescope.app.record.RecordModel;
import org.posescope.app.settings.Settings;
import org.posescope.pipeline.metrics.Mode;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Open, cameras, preset, mode, record, snapshot, export, settings. FX thread. */
public final class Toolbar extends HBox {
    private final ToolbarCommands commands;

    /** @param pictures addresses of pictures by what was opened */
    public Toolbar(ToolbarCommands commands, ObservableValue<Settings> settings, ObservableValue<Mode> mode,
            RecordModel record, CameraModel cameras, PresetMenu presets, Function<String, String> pictures) {
        this.commands = commands;
        getStyleClass().add("toolbar");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(new OpenMenu(commands, settings.map(Settings::recent), pictures),
                new CameraMenu(commands, cameras, settings), presets, space(),
                new ModeSwitch(mode, commands::mode), space(), figures(record),
                new RecordMenu(record, () -> commands.perform(Action.RECORD),
                        () -> commands.perform(Action.RENDER),
                        settings.map(Settings::recording), commands::recording),
                button(Feather.CAMERA, "Save a picture (S)", Action.SNAPSHOT),
                button(Feather.SHARE, "Export motion (E)", Action.EXPORT),
                button(Feather.SETTINGS, "Settings", Action.SETTINGS),
                button(Feather.HELP_CIRCLE, "Keys (?)", Action.KEYS),
                button(Feather.INFO, "About PoseScope (F12)", Action.ABOUT));
    }

    private static Node space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private static Label figures(RecordModel record) {
        Label figures = new Label();
        figures.setId("recorded");
        figures.textProperty().bind(record.figures());
        return figures;
    }

    private Button button(Feather icon, String hint, Action action) {
        Button button = Buttons.icon(icon, hint);
        button.setOnAction(event -> commands.perform(action));
        return button;
    }
}
