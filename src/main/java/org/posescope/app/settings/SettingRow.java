package org.posescope.app.settings;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A setting: its name and what it does on the left, the control on the right. FX thread. */
final class SettingRow extends HBox {
    SettingRow(String name, String explanation, Node control) {
        getStyleClass().add("setting");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label(name);
        title.getStyleClass().add("setting-name");
        Label text = new Label(explanation);
        text.getStyleClass().add("setting-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(title, text);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(words, control);
    }
}
