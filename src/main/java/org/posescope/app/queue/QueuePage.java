package org.posescope.app.queue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.posescope.app.controls.Cards;
import org.posescope.batch.ClipFinder;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The videos of the queue, what is to be made of each, and how far that is. FX thread. */
public final class QueuePage extends VBox {
    private static final double LIST_HEIGHT = 260;
    private static final double GAP = 12;

    private final QueueModel model;
    private final Results results;
    private final Runnable close;

    /**
     * What can be done with results.
     *
     * @param opener  plays one
     * @param folders shows the folder in which a file lies
     */
    public record Results(Consumer<Path> opener, Consumer<Path> folders) {}

    /**
     * @param asker lets the user choose videos
     * @param close takes the page away; the queue goes on
     */
    public QueuePage(QueueModel model, VideoAsker asker, Results results, Runnable close) {
        this.model = model;
        this.results = results;
        this.close = close;
        setId("queue");
        Cards.style(this);
        Label nothing = Cards.text("Add videos, or a folder of them, or drop them on the window.");
        nothing.visibleProperty().bind(Bindings.isEmpty(model.videos()));
        nothing.managedProperty().bind(nothing.visibleProperty());
        getChildren().addAll(Cards.title("Queue of videos"), nothing, adding(asker), outputs(), list(), progress(),
                buttons());
    }

    private HBox adding(VideoAsker asker) {
        Button videos = new Button("Add videos…");
        videos.setId("queue-add");
        videos.setOnAction(event -> asker.videos(model::add));
        Button folder = new Button("Add a folder…");
        folder.setId("queue-add-folder");
        folder.setOnAction(event -> asker.folder(chosen -> model.add(List.of(chosen))));
        return new HBox(GAP, videos, folder);
    }

    private FlowPane outputs() {
        FlowPane boxes = new FlowPane(GAP, GAP);
        for (QueueOutput output : QueueOutput.values()) {
            CheckBox box = new CheckBox(output.title());
            box.setId("queue-" + output);
            box.setSelected(model.makes(output));
            box.selectedProperty().subscribe(wanted -> model.choose(output, wanted));
            boxes.getChildren().add(box);
        }
        boxes.disableProperty().bind(model.running());
        return boxes;
    }

    private ListView<QueuedVideo> list() {
        ListView<QueuedVideo> list = new ListView<>(model.videos());
        list.setId("queue-list");
        list.setPrefHeight(LIST_HEIGHT);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new QueueCell(this::open));
        return list;
    }

    private void open(Path result) {
        if (ClipFinder.isVideo(result)) {
            close.run();
            results.opener().accept(result);
        } else {
            results.folders().accept(result);
        }
    }

    private VBox progress() {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> model.videos().stream()
                                .mapToDouble(each -> each.ended() ? 1 : Math.max(0, each.fraction()))
                                .average().orElse(0),
                        model.videos()));
        VBox box = new VBox(bar, Cards.text("Playing goes on meanwhile, and this page may be closed."));
        box.getStyleClass().add("install-progress");
        show(box, model.running());
        return box;
    }

    private static void show(Node node, ObservableValue<Boolean> wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
    }

    private HBox buttons() {
        Button start = new Button("Make all");
        start.setId("queue-start");
        start.getStyleClass().add("accent");
        start.setDefaultButton(true);
        start.disableProperty().bind(Bindings.isEmpty(model.videos()).or(model.running()));
        start.setOnAction(event -> model.start());
        Button cancel = new Button("Stop");
        cancel.setId("queue-stop");
        cancel.setOnAction(event -> model.cancel());
        show(cancel, model.running());
        Button folder = new Button("Show the results");
        folder.setId("queue-results");
        folder.disableProperty().bind(Bindings.isEmpty(model.videos()));
        folder.setOnAction(event -> results.folders().accept(model.folder().resolve("summary.csv")));
        Button clear = new Button("Clear");
        clear.setId("queue-clear");
        clear.disableProperty().bind(Bindings.isEmpty(model.videos()).or(model.running()));
        clear.setOnAction(event -> model.clear());
        Button dismiss = new Button("Close");
        dismiss.setOnAction(event -> close.run());
        return Cards.buttons(start, cancel, folder, clear, dismiss);
    }
}
