package org.posescope.app.scene3d;

import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** What the pane shows, in its upper left corner; below it, for a while, what the user should know about it. */
final class Caption {
    private static final Duration NOTICE_TIME = Duration.seconds(15);

    private final VBox box;

    /** @param notice a sentence; none is shown when it is empty */
    Caption(String text, String notice) {
        box = new VBox(label(text, "scene-caption"));
        box.getStyleClass().add("scene-captions");
        box.setPickOnBounds(false);
        if (!notice.isEmpty()) {
            Label sentence = label(notice, "scene-notice");
            sentence.setWrapText(true);
            sentence.setOnMouseClicked(click -> box.getChildren().remove(sentence));
            box.getChildren().add(sentence);
            PauseTransition pause = new PauseTransition(NOTICE_TIME);
            pause.setOnFinished(end -> box.getChildren().remove(sentence));
            pause.play();
        }
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    Region node() {
        return box;
    }
}
