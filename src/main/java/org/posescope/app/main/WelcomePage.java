package org.posescope.app.main;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.posescope.app.keys.Action;
import org.posescope.app.toolbar.ToolbarCommands;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is seen while nothing plays. FX thread. */
final class WelcomePage extends VBox {
    WelcomePage(ToolbarCommands commands) {
        setId("welcome");
        getStyleClass().addAll("welcome");
        setAlignment(Pos.CENTER);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        FontIcon icon = new FontIcon(Feather.FILM);
        icon.getStyleClass().add("welcome-icon");
        Label title = new Label("Drop a video here");
        title.getStyleClass().add("page-title");
        Label text = new Label("or a picture, or a folder of pictures. Everything stays on this computer.");
        text.getStyleClass().add("page-text");
        Button open = button("Open a file…", commands, Action.OPEN);
        open.getStyleClass().add("accent");
        HBox buttons = new HBox(open, button("Use the camera", commands, Action.CAMERA));
        buttons.getStyleClass().add("page-buttons");
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(icon, title, text, buttons);
    }

    private static Button button(String text, ToolbarCommands commands, Action action) {
        Button button = new Button(text);
        button.setFocusTraversable(false);
        button.setOnAction(event -> commands.perform(action));
        return button;
    }
}
