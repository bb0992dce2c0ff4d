package org.posescope.app.main;

import java.util.Locale;
import java.util.Optional;

import org.posescope.app.analysis.AnalysisButton;
import org.posescope.app.analysis.AnalysisModel;
import org.posescope.app.video.VideoPane;
import org.posescope.frame.SourceInfo;

import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** The picture between what is told of it and the switches of its layers, which cover nothing of it. FX thread. */
final class PicturePanel extends BorderPane {
    PicturePanel(WindowModel model, VideoPane video, boolean meshAvailable, AnalysisModel analysis) {
        getStyleClass().add("pane");
        setId("picture");
        Label title = tag("source-tag");
        model.source().subscribe(source -> {
            title.setText(source.map(PicturePanel::describe).orElse(""));
            title.setVisible(source.isPresent());
        });
        Label selection = tag("selection-tag");
        selection.textProperty().bind(model.video().selection());
        selection.visibleProperty().bind(model.video().selection().isNotEmpty());
        HBox tags = new HBox(title, selection);
        tags.getStyleClass().add("tags");
        tags.setMouseTransparent(true);
        setTop(tags);
        setCenter(video);
        BorderPane switches = new BorderPane();
        switches.setLeft(new LayerChips(model.video(), meshAvailable));
        switches.setRight(new AnalysisButton(analysis));
        setBottom(switches);
    }

    private static Label tag(String id) {
        Label tag = new Label();
        tag.setId(id);
        tag.getStyleClass().add("tag");
        return tag;
    }

    private static String describe(SourceInfo info) {
        String size = String.format(Locale.ROOT, "%s · %d×%d", name(info), info.width(), info.height());
        return info.fps() > 0 ? String.format(Locale.ROOT, "%s · %s fps", size, number(info.fps())) : size;
    }

    private static String number(double fps) {
        return fps == Math.rint(fps) ? Long.toString(Math.round(fps)) : String.format(Locale.ROOT, "%.2f", fps);
    }

    /** The last part of what the user named. */
    private static String name(SourceInfo info) {
        if (info.kind() == SourceInfo.Kind.CAMERA) {
            return "camera " + info.uri();
        }
        int slash = Math.max(info.uri().lastIndexOf('/'), info.uri().lastIndexOf('\\'));
        return Optional.of(info.uri().substring(slash + 1)).filter(part -> !part.isBlank()).orElse(info.uri());
    }
}
