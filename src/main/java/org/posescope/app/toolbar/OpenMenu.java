package org.posescope.app.toolbar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.posescope.app.controls.Buttons;
import org.posescope.app.keys.Action;
import org.posescope.app.recent.RecentFile;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;

/** Opens a file; under the arrow, other sources and what was opened before. FX thread. */
final class OpenMenu extends SplitMenuButton {
    private final ToolbarCommands commands;
    private final Function<String, String> pictures;
    private final ObservableValue<List<String>> recent;

    /** @param pictures addresses of pictures by what was opened */
    OpenMenu(ToolbarCommands commands, ObservableValue<List<String>> recent, Function<String, String> pictures) {
        this.commands = commands;
        this.pictures = pictures;
        this.recent = recent;
        setId("open");
        setText("Open");
        setGraphic(new FontIcon(Feather.FOLDER));
        setFocusTraversable(false);
        setMinWidth(USE_PREF_SIZE);
        Buttons.hint(this, "Open a video or picture; more under the arrow");
        setOnAction(event -> commands.perform(Action.OPEN));
        recent.subscribe(now -> fill());
        // Pictures of what was opened may be there by now.
        setOnShowing(event -> fill());
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>(List.of(of("A folder of pictures…", Action.FOLDER),
                of("An address…", Action.ADDRESS), of("Several videos…", Action.QUEUE), new SeparatorMenuItem()));
        recent.getValue().forEach(input -> items.add(item(new RecentFile(input))));
        if (recent.getValue().isEmpty()) {
            MenuItem nothing = new MenuItem("Nothing was opened yet");
            nothing.setDisable(true);
            items.add(nothing);
        }
        getItems().setAll(items);
    }

    private MenuItem item(RecentFile file) {
        MenuItem item = new MenuItem(
                file.place().isEmpty() ? file.name() : file.name() + "\n" + shortened(file.place()),
                file.picture(pictures));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> commands.open(file.input()));
        return item;
    }

    /** The end of a long place tells more than its beginning. */
    private static String shortened(String place) {
        int most = 44;
        return place.length() <= most ? place : "…" + place.substring(place.length() - most);
    }

    private MenuItem of(String text, Action action) {
        MenuItem item = new MenuItem(text + " (" + action.keyName() + ")");
        item.setMnemonicParsing(false);
        item.setOnAction(event -> commands.perform(action));
        return item;
    }
}
