package org.posescope.app.main;

import java.util.List;
import java.util.Optional;

import org.posescope.app.analysis.AnalysisButton;
import org.posescope.app.controls.Buttons;
import org.posescope.app.controls.TagRow;
import org.posescope.app.live.SendButton;
import org.posescope.app.measure.MeasureButton;
import org.posescope.app.video.VideoPane;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The picture between what is told of it and the switches of its layers, which cover nothing of it. FX thread. */
final class PicturePanel extends BorderPane {
    /** Below, what plays is named by the title of the window alone. */
    private static final double NARROW = 300;

    PicturePanel(WindowModel model, VideoPane video, boolean meshAvailable, ClipModels clips) {
        getStyleClass().add("pane");
        setId("picture");
        Label title = tag("source-tag");
        Runnable tell = () -> title.setText(SourceText.head(model.opening().get(), model.source().get(),
                model.video().origin().get()));
        model.opening().subscribe(tell);
        model.source().subscribe(tell);
        model.video().origin().subscribe(tell);
        title.visibleProperty().bind(title.textProperty().isNotEmpty().and(widthProperty().greaterThan(NARROW)));
        title.managedProperty().bind(title.visibleProperty());
        Label people = tag("people-tag");
        people.textProperty().bind(model.video().people().map(found -> people(found.size())));
        people.visibleProperty().bind(model.source().map(Optional::isPresent));
        Label selection = tag("selection-tag");
        selection.textProperty().bind(model.video().selection());
        selection.visibleProperty().bind(model.video().selection().isNotEmpty());
        selection.managedProperty().bind(selection.visibleProperty());
        hint(selection, model.video().wholeSelection());
        hint(title, title.textProperty());
        TagRow tags = new TagRow(List.of(title, people, selection), List.of(people, selection, title));
        HBox more = new HBox(new SendButton(clips.send()), new MeasureButton(clips.measure()));
        more.getStyleClass().add("picture-switches");
        more.setMinWidth(Region.USE_PREF_SIZE);
        BorderPane head = new BorderPane(tags);
        head.setRight(more);
        // The buttons stay within the pane, however little room there is for what is told.
        head.setMinWidth(0);
        setTop(head);
        setCenter(video);
        LayerChips chips = new LayerChips(model.video(), meshAvailable);
        chips.getChildren().add(new AnalysisButton(clips.analysis()));
        setBottom(chips);
    }

    /** What stands above and below the video, in logical pixels. */
    double frameHeight() {
        return getTop().prefHeight(getWidth()) + getBottom().prefHeight(getWidth());
    }

    private static String people(int count) {
        return switch (count) {
            case 0 -> "nobody";
            case 1 -> "1 person";
            default -> count + " people";
        };
    }

    private static void hint(Label tag, ObservableValue<String> whole) {
        Buttons.hint(tag, "");
        tag.getTooltip().textProperty().bind(whole);
    }

    private static Label tag(String id) {
        Label tag = new Label();
        tag.setId(id);
        tag.getStyleClass().add("tag");
        return tag;
    }
}
