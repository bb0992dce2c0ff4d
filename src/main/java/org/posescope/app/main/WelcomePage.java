package org.posescope.app.main;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.posescope.app.controls.Buttons;
import org.posescope.app.keys.Action;
import org.posescope.app.recent.RecentFile;
import org.posescope.app.toolbar.ToolbarCommands;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is seen while nothing plays. FX thread. */
final class WelcomePage extends VBox {
    private static final int RECENT = 4;

    /**
     * @param demo   clip that comes with the program
     * @param recent what was opened before, newest first
     * @param pictures addresses of its pictures
     */
    WelcomePage(ToolbarCommands commands, Optional<Path> demo, List<String> recent, Function<String, String> pictures) {
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
        demo.ifPresent(clip -> {
            Button play = new Button("Play the demo clip");
            play.setId("welcome-demo");
            play.setFocusTraversable(false);
            play.setOnAction(event -> commands.open(clip.toString()));
            buttons.getChildren().add(play);
        });
        buttons.getStyleClass().add("page-buttons");
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(icon, title, text, buttons);
        if (!recent.isEmpty()) {
            HBox before = new HBox();
            before.getStyleClass().add("recent-files");
            before.setAlignment(Pos.CENTER);
            recent.stream().limit(RECENT).map(RecentFile::new)
                    .forEach(file -> before.getChildren().add(card(file, commands, pictures)));
            getChildren().add(before);
        }
    }

    private static Button card(RecentFile file, ToolbarCommands commands, Function<String, String> pictures) {
        Button card = new Button(file.name(), file.picture(pictures));
        card.getStyleClass().add("recent-file");
        card.setContentDisplay(ContentDisplay.TOP);
        card.setMnemonicParsing(false);
        card.setFocusTraversable(false);
        Buttons.hint(card, file.input());
        card.setOnAction(event -> commands.open(file.input()));
        return card;
    }

    private static Button button(String text, ToolbarCommands commands, Action action) {
        Button button = new Button(text);
        button.setFocusTraversable(false);
        button.setOnAction(event -> commands.perform(action));
        return button;
    }
}
