package org.posescope.app.toolbar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.posescope.app.controls.Buttons;
import org.posescope.app.player.CameraChoice;
import org.posescope.app.settings.Settings;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The cameras of this computer, and how they are to be: mirrored, how large, how fast. FX thread. */
final class CameraMenu extends MenuButton {
    private static final List<Integer> RATES = List.of(10, 15, 24, 30, 60);
    private static final String OWN = "As the camera likes";

    private final ToolbarCommands commands;
    private final CameraModel cameras;
    private final ObservableValue<CameraChoice> choice;

    CameraMenu(ToolbarCommands commands, CameraModel cameras, ObservableValue<Settings> settings) {
        this.commands = commands;
        this.cameras = cameras;
        this.choice = settings.map(Settings::camera);
        setId("camera");
        setText("Camera");
        setGraphic(new FontIcon(Feather.VIDEO));
        setFocusTraversable(false);
        setMinWidth(USE_PREF_SIZE);
        Buttons.hint(this, "Cameras of this computer, their size, rate and mirror");
        cameras.cameras().subscribe(now -> fill());
        choice.subscribe(now -> fill());
        setOnShowing(event -> cameras.refresh());
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>();
        cameras.cameras().get().forEach(found -> items.add(item(
                found.device().number() + " · " + found.device().name(),
                () -> commands.open(Integer.toString(found.device().number())))));
        if (items.isEmpty()) {
            MenuItem nothing = new MenuItem("No camera was found");
            nothing.setDisable(true);
            items.add(nothing);
        }
        items.add(item("Look again", cameras::refresh));
        items.add(new SeparatorMenuItem());
        CheckMenuItem mirror = new CheckMenuItem("Mirrored, left and right of people stay theirs");
        mirror.setId("camera-mirror");
        mirror.setSelected(choice.getValue().mirrored());
        mirror.setOnAction(event -> commands.camera(choice.getValue().withMirror(!choice.getValue().mirrored())));
        items.add(mirror);
        items.add(sizes());
        items.add(rates());
        getItems().setAll(items);
    }

    private Menu sizes() {
        CameraChoice now = choice.getValue();
        Menu menu = new Menu("Size");
        menu.getItems().add(radio(OWN, now.width() == 0, now.withSize(0, 0)));
        cameras.sizes().forEach(size -> menu.getItems().add(radio(size.toString(),
                now.width() == size.width() && now.height() == size.height(),
                now.withSize(size.width(), size.height()))));
        return menu;
    }

    private Menu rates() {
        CameraChoice now = choice.getValue();
        Menu menu = new Menu("Rate");
        menu.getItems().add(radio(OWN, now.fps() == 0, now.withFps(0)));
        RATES.forEach(fps -> menu.getItems().add(radio(String.format(Locale.ROOT, "%d fps", fps), now.fps() == fps,
                now.withFps(fps))));
        return menu;
    }

    private MenuItem radio(String text, boolean chosen, CameraChoice wanted) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setMnemonicParsing(false);
        item.setSelected(chosen);
        item.setOnAction(event -> commands.camera(wanted));
        return item;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
