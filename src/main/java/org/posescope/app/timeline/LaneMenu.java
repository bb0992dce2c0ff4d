package org.posescope.app.timeline;

import java.util.List;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done with somebody. FX thread. */
final class LaneMenu {
    private LaneMenu() {}

    /**
     * @param lane   of the person
     * @param all    lanes, with that one
     * @param rename asks for a name
     */
    static ContextMenu of(Lane lane, List<Lane> all, PeopleModel model, Runnable rename) {
        int id = lane.id();
        ContextMenu menu = new ContextMenu();
        menu.getItems().addAll(item("Rename…", rename),
                item(model.hidden(id) ? "Show again" : "Hide in pictures and files", () -> model.toggleHidden(id)),
                item("Go to where first seen", () -> model.goToFirst(lane)), new SeparatorMenuItem(),
                merge(lane, all, model), item("Another person from here on", () -> model.splitHere(id)),
                item("Delete, this is nobody", () -> model.delete(id)), new SeparatorMenuItem(),
                enabled(item("Undo (Ctrl+Z)", model::undo), model.undoable()),
                enabled(item("Redo (Ctrl+Shift+Z)", model::redo), model.redoable()));
        return menu;
    }

    private static Menu merge(Lane lane, List<Lane> all, PeopleModel model) {
        Menu menu = new Menu("Is the same person as");
        PeopleModel.others(all, lane.id()).forEach(
                other -> menu.getItems().add(item(model.name(other.id()), () -> model.merge(lane.id(), other.id()))));
        menu.setDisable(menu.getItems().isEmpty());
        return menu;
    }

    private static MenuItem enabled(MenuItem item, boolean enabled) {
        item.setDisable(!enabled);
        return item;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
