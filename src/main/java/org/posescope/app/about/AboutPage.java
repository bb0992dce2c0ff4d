package org.posescope.app.about;

import java.util.List;
import java.util.Map;

import org.posescope.app.controls.Cards;

import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.VBox;

/** Version, licences and log, with a button that copies them. FX thread. */
public final class AboutPage extends VBox {
    private static final int LINES = 4;

    private final VBox models = new VBox();

    /** @param close takes the page away */
    public AboutPage(Diagnostics facts, Runnable close) {
        setId("about");
        Cards.style(this);
        TextArea log = new TextArea(facts.log().isEmpty() ? "Nothing was logged." : String.join("\n", facts.log()));
        log.setId("about-log");
        log.setEditable(false);
        log.setPrefRowCount(LINES);
        Button copy = new Button("Copy diagnostics");
        copy.setId("about-copy");
        copy.getStyleClass().add("accent");
        copy.setOnAction(event -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, facts.text()));
            copy.setText("Copied");
        });
        Button dismiss = new Button("Close");
        dismiss.setOnAction(event -> close.run());
        getChildren().addAll(Cards.title("About PoseScope"), Cards.rows(facts.rows()),
                Cards.text("Free software under the Apache License 2.0. What it contains is listed in the file NOTICE "
                        + "and in the folder licences of the installation; models have licences of their own:"),
                models, log, Cards.buttons(copy, dismiss));
    }

    /** Adds name and licence of each model that is on this computer. */
    public void show(List<List<String>> licences) {
        models.getChildren().setAll(Cards.rows(licences));
    }
}
