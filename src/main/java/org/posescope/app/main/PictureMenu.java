package org.posescope.app.main;

import org.posescope.app.keys.Action;
import org.posescope.app.toolbar.ToolbarCommands;
import org.posescope.app.video.VideoPane;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;

/** What can be done with the picture, under the right mouse button. FX thread. */
final class PictureMenu {
    private final ToolbarCommands commands;
    private final VideoPane video;
    private final ContextMenu menu = new ContextMenu();

    private PictureMenu(ToolbarCommands commands, VideoPane video) {
        this.commands = commands;
        this.video = video;
    }

    static void install(ToolbarCommands commands, VideoPane video) {
        PictureMenu made = new PictureMenu(commands, video);
        video.setOnContextMenuRequested(made::open);
        video.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> made.menu.hide());
    }

    private void open(ContextMenuEvent event) {
        double x = event.getX();
        double y = event.getY();
        menu.getItems().setAll(item("Lock or unlock this person", () -> video.selectAt(x, y), video.isPerson(x, y)),
                new SeparatorMenuItem(), of("Copy the picture", Action.COPY), of("Save the picture", Action.SNAPSHOT),
                new SeparatorMenuItem(), item("See all of the picture", video::resetZoom, video.zoomed()));
        menu.show(video, event.getScreenX(), event.getScreenY());
    }

    private MenuItem of(String text, Action action) {
        return item(text + " (" + action.keyName() + ")", () -> commands.perform(action), true);
    }

    private static MenuItem item(String text, Runnable action, boolean possible) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        item.setDisable(!possible);
        return item;
    }
}
