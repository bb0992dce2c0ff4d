package org.posescope.app.toolbar;

import java.util.List;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
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
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Open, cameras, preset, mode, record, snapshot, export, settings. FX thread. */
public final class Toolbar extends HBox {
    private final ToolbarCommands commands;

    public Toolbar(ToolbarCommands commands, ObservableValue<Settings> settings, ObservableValue<Mode> mode,
            RecordModel record, CameraModel cameras, PresetMenu presets) {
        this.commands = commands;
        getStyleClass().add("toolbar");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(openMenu(settings), new CameraMenu(commands, cameras, settings), presets, space(),
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

    private SplitMenuButton openMenu(ObservableValue<Settings> settings) {
        SplitMenuButton open = new SplitMenuButton();
        open.setText("Open");
        open.setGraphic(new FontIcon(Feather.FOLDER));
        open.setFocusTraversable(false);
        open.setMinWidth(USE_PREF_SIZE);
        Buttons.hint(open, "Open a video or picture; more under the arrow");
        open.setOnAction(event -> commands.perform(Action.OPEN));
        settings.map(Settings::recent).subscribe(recent -> {
            open.getItems().setAll(
                    item("A folder of pictures… (" + Action.FOLDER.keyName() + ")",
                            () -> commands.perform(Action.FOLDER)),
                    item("An address… (" + Action.ADDRESS.keyName() + ")", () -> commands.perform(Action.ADDRESS)),
                    new SeparatorMenuItem());
            open.getItems().addAll(recent.isEmpty()
                    ? List.of(disabled("Nothing was opened yet"))
                    : recent.stream().map(this::recentItem).toList());
        });
        return open;
    }

    private MenuItem recentItem(String input) {
        return item(name(input), () -> commands.open(input));
    }

    private static String name(String input) {
        int slash = Math.max(input.lastIndexOf('/'), input.lastIndexOf('\\'));
        return input.contains("://") || slash < 0 || slash == input.length() - 1 ? input : input.substring(slash + 1);
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static MenuItem disabled(String text) {
        MenuItem item = new MenuItem(text);
        item.setDisable(true);
        return item;
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
