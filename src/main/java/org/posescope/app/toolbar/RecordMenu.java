package org.posescope.app.toolbar;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.posescope.app.controls.Buttons;
import org.posescope.app.keys.Action;
import org.posescope.app.record.RecordModel;
import org.posescope.app.record.RecordingChoice;
import org.posescope.app.record.RecordingChoice.Container;
import org.posescope.app.record.RecordingChoice.Quality;
import org.posescope.draw.view.View;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;

/** Starts and ends a recording; under the arrow, what it shows and how it is written. FX thread. */
final class RecordMenu extends SplitMenuButton {
    private static final PseudoClass RECORDING = PseudoClass.getPseudoClass("recording");

    private final ObservableValue<RecordingChoice> choice;
    private final Consumer<RecordingChoice> chosen;

    private record Named<T>(T value, String name) {}

    RecordMenu(RecordModel record, Runnable toggle, Runnable render, ObservableValue<RecordingChoice> choice,
            Consumer<RecordingChoice> chosen) {
        this.choice = choice;
        this.chosen = chosen;
        setId("record");
        getStyleClass().add("record-button");
        setFocusTraversable(false);
        setMinWidth(USE_PREF_SIZE);
        Buttons.hint(this, "Record a video (R); what it shows under the arrow");
        FontIcon icon = new FontIcon(Feather.CIRCLE);
        setGraphic(icon);
        disableProperty().bind(record.changing());
        record.recording().subscribe(now -> {
            setText(now ? "Stop" : "Record");
            icon.setIconCode(now ? Feather.SQUARE : Feather.CIRCLE);
            pseudoClassStateChanged(RECORDING, now);
        });
        setOnAction(event -> toggle.run());
        MenuItem whole = new MenuItem("Render the whole clip, or the marked part (" + Action.RENDER.keyName() + ")");
        whole.setId("render");
        whole.setMnemonicParsing(false);
        whole.setOnAction(event -> render.run());
        getItems().add(whole);
        group("What it shows", List.of(new Named<>(View.PICTURE, "Annotated picture"),
                new Named<>(View.SIDE_BY_SIDE, "Picture and 3D view"), new Named<>(View.SCENE, "3D view alone")),
                RecordingChoice::view, RecordingChoice::withView);
        group("Quality", List.of(new Named<>(Quality.SMALL, "Small file"), new Named<>(Quality.GOOD, "Good"),
                new Named<>(Quality.BEST, "Best")), RecordingChoice::quality, RecordingChoice::withQuality);
        group("Size", List.of(new Named<>(0, "As the source, with 3D up to " + RecordingChoice.USUAL_LINES + " lines"),
                new Named<>(2160, "2160 lines"), new Named<>(1080, "1080 lines"),
                new Named<>(720, "720 lines"), new Named<>(480, "480 lines")), RecordingChoice::lines,
                RecordingChoice::withLines);
        group("File", List.of(new Named<>(Container.MP4, "MP4"),
                new Named<>(Container.MKV, "Matroska, holds nearly any sound")), RecordingChoice::file,
                RecordingChoice::withFile);
    }

    private <T> void group(String title, List<Named<T>> values, Function<RecordingChoice, T> read,
            BiFunction<RecordingChoice, T, RecordingChoice> write) {
        if (!getItems().isEmpty()) {
            getItems().add(new SeparatorMenuItem());
        }
        MenuItem heading = new MenuItem(title);
        heading.setDisable(true);
        getItems().add(heading);
        for (Named<T> each : values) {
            RadioMenuItem item = new RadioMenuItem(each.name());
            choice.subscribe(now -> item.setSelected(read.apply(now).equals(each.value())));
            item.setOnAction(event -> {
                chosen.accept(write.apply(choice.getValue(), each.value()));
                item.setSelected(read.apply(choice.getValue()).equals(each.value()));
            });
            getItems().add(item);
        }
    }
}
