package org.posescope.app.transport;

import java.util.Locale;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.posescope.app.controls.Buttons;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The row of buttons below the picture, with the seek bar. FX thread. */
public final class TransportBar extends HBox {
    private final TransportModel model;
    private final Label time = new Label();
    private final PlaceField place;

    /** @param extras at the end of the row */
    public TransportBar(TransportModel model, Node... extras) {
        this.model = model;
        getStyleClass().add("transport");
        setAlignment(Pos.CENTER_LEFT);
        place = new PlaceField(model);
        SeekBar bar = new SeekBar(model);
        HBox.setHgrow(bar, Priority.ALWAYS);
        getChildren().addAll(stepButton(Feather.SKIP_BACK, "One frame back (←)", -1), playButton(),
                stepButton(Feather.SKIP_FORWARD, "One frame on (→)", 1), timeLabel(), frameLabel(), place, bar, end(),
                speeds(),
                loop());
        getChildren().addAll(extras);
        visibleProperty().bind(model.single().not());
        managedProperty().bind(visibleProperty());
    }

    /** Lets the user write where to go. */
    public void askForPlace() {
        if (model.seekable().get()) {
            place.ask();
        }
    }

    private Button stepButton(Feather icon, String hint, int frames) {
        Button button = Buttons.icon(icon, hint);
        button.setOnAction(event -> model.step(frames));
        button.disableProperty().bind(model.loaded().not());
        return button;
    }

    private Button playButton() {
        Button button = Buttons.icon(Feather.PLAY, "Play or pause (Space)");
        button.setId("play");
        button.getStyleClass().add("play-button");
        FontIcon icon = (FontIcon) button.getGraphic();
        model.playing().subscribe(playing -> icon.setIconCode(playing ? Feather.PAUSE : Feather.PLAY));
        button.setOnAction(event -> model.togglePlay());
        button.disableProperty().bind(model.loaded().not());
        return button;
    }

    private Label timeLabel() {
        time.setId("time");
        time.getStyleClass().addAll("time", "now");
        Buttons.hint(time, "Click to go to a time or frame (Ctrl+G)");
        time.setOnMouseClicked(event -> askForPlace());
        model.position().subscribe(position -> time.setText(TimeText.of(position.longValue())));
        return time;
    }

    private Label frameLabel() {
        Label frame = new Label();
        frame.setId("frame");
        frame.getStyleClass().add("frame-number");
        frame.textProperty().bind(model.frame());
        frame.managedProperty().bind(frame.textProperty().isNotEmpty());
        return frame;
    }

    private Label end() {
        Label end = new Label();
        end.getStyleClass().add("time");
        model.duration().subscribe(
                duration -> end.setText(duration.longValue() == 0 ? "" : TimeText.of(duration.longValue())));
        return end;
    }

    private ComboBox<Double> speeds() {
        ComboBox<Double> speeds = new ComboBox<>();
        speeds.getItems().setAll(TransportModel.SPEEDS);
        speeds.setButtonCell(new SpeedCell());
        speeds.setCellFactory(list -> new SpeedCell());
        speeds.setFocusTraversable(false);
        speeds.getStyleClass().add("speed");
        Buttons.hint(speeds, "Speed (↑ ↓)");
        model.speed().subscribe(speed -> speeds.setValue(speed.doubleValue()));
        speeds.setOnAction(event -> model.setSpeed(speeds.getValue()));
        return speeds;
    }

    private ToggleButton loop() {
        ToggleButton loop = Buttons.iconToggle(Feather.REPEAT,
                "Start again at the end, or of what is marked (Shift+L)");
        model.looping().subscribe(looping -> loop.setSelected(looping));
        loop.setOnAction(event -> model.toggleLoop());
        return loop;
    }

    private static final class SpeedCell extends ListCell<Double> {
        @Override
        protected void updateItem(Double speed, boolean empty) {
            super.updateItem(speed, empty);
            setText(empty || speed == null
                    ? ""
                    : String.format(Locale.ROOT, speed % 1 == 0 ? "%.0f×" : "%s×", speed));
        }
    }
}
