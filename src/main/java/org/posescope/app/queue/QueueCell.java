package org.posescope.app.queue;

import java.nio.file.Path;
import java.util.function.Consumer;

import org.kordamp.ikonli.feather.Feather;
import org.posescope.app.controls.Buttons;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A video of the queue: its name, how far it is or what became of it, and a button that opens the result. */
final class QueueCell extends ListCell<QueuedVideo> {
    private static final double GAP = 8;
    private static final double BAR = 90;
    private static final double TEXT = 190;

    private final Label name = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label text = new Label();
    private final Button open = Buttons.icon(Feather.PLAY, "Open the result");
    private final HBox row = new HBox(name, bar, text, open);

    /** @param opener opens a result */
    QueueCell(Consumer<Path> opener) {
        name.getStyleClass().add("card-name");
        name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        name.setPrefWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        bar.setPrefWidth(BAR);
        text.getStyleClass().add("card-detail");
        text.setPrefWidth(TEXT);
        text.setMinWidth(TEXT);
        row.setSpacing(GAP);
        row.setAlignment(Pos.CENTER_LEFT);
        open.setOnAction(event -> getItem().result().ifPresent(opener));
    }

    @Override
    protected void updateItem(QueuedVideo video, boolean empty) {
        super.updateItem(video, empty);
        setGraphic(empty ? null : row);
        if (!empty) {
            name.setText(video.clip().name());
            text.setText(video.text());
            text.setTooltip(video.ended() ? new Tooltip(video.text()) : null);
            bar.setProgress(video.fraction());
            bar.setVisible(video.state() == QueuedVideo.State.RUNNING);
            bar.setManaged(bar.isVisible());
            open.setVisible(video.result().isPresent());
        }
    }
}
