package org.posescope.app.keys;

import java.util.List;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The list of all keys, on a card over the window. FX thread. */
public final class KeySheet extends VBox {
    private static final int COLUMNS = 3;

    public KeySheet() {
        setId("key-sheet");
        getStyleClass().addAll("card", "key-sheet");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label title = new Label("Keys");
        title.getStyleClass().add("page-title");
        List<Action> actions = List.of(Action.values());
        HBox columns = new HBox();
        int rows = Math.ceilDiv(actions.size(), COLUMNS);
        for (int from = 0; from < actions.size(); from += rows) {
            columns.getChildren().add(column(actions.subList(from, Math.min(actions.size(), from + rows))));
        }
        columns.getStyleClass().add("key-columns");
        getChildren().addAll(title, columns);
    }

    private static GridPane column(List<Action> actions) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        for (int i = 0; i < actions.size(); i++) {
            Label key = new Label(actions.get(i).keyName());
            key.getStyleClass().add("key");
            key.setMinWidth(USE_PREF_SIZE);
            GridPane.setHalignment(key, HPos.RIGHT);
            Label description = new Label(actions.get(i).description());
            description.setWrapText(true);
            grid.addRow(i, key, description);
        }
        return grid;
    }
}
