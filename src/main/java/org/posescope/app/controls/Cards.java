package org.posescope.app.controls;

import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Parts of the cards that cover the panes. FX thread. */
public final class Cards {
    private static final double WIDTH = 560;

    private Cards() {}

    /** Gives a box the look of a card in the middle of the window. */
    public static void style(VBox box) {
        box.getStyleClass().add("card");
        box.setMaxWidth(WIDTH);
        box.setMaxHeight(Region.USE_PREF_SIZE);
    }

    public static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("page-title");
        return title;
    }

    /** A paragraph. */
    public static Label text(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("page-text");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A paragraph that takes no room while it is empty. */
    public static Label message(ObservableValue<String> text) {
        Label label = text("");
        label.textProperty().bind(text);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    /** A table without lines; the first column takes the room that the others leave. */
    public static Node rows(List<List<String>> rows) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("card-table");
        ColumnConstraints first = new ColumnConstraints();
        first.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(first);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                Label cell = new Label(rows.get(row).get(column));
                cell.getStyleClass().add(column == 0 ? "card-name" : "card-detail");
                if (column > 0) {
                    cell.setMinWidth(Region.USE_PREF_SIZE);
                }
                grid.add(cell, column, row);
            }
        }
        return grid;
    }

    public static HBox buttons(Node... buttons) {
        HBox box = new HBox(buttons);
        box.getStyleClass().add("page-buttons");
        return box;
    }
}
