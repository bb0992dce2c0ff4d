package org.posescope.app.main;

import java.util.Locale;
import java.util.Optional;

import org.posescope.app.video.VideoPane;
import org.posescope.frame.SourceInfo;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The picture with what is told of it at its edges. FX thread. */
final class PicturePanel extends StackPane {
    PicturePanel(WindowModel model, VideoPane video, boolean meshAvailable) {
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
        tags.setMaxHeight(Region.USE_PREF_SIZE);
        LayerChips chips = new LayerChips(model.video(), meshAvailable);
        chips.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(tags, Pos.TOP_LEFT);
        StackPane.setAlignment(chips, Pos.BOTTOM_LEFT);
        getChildren().addAll(video, tags, chips);
    }

    private static Label tag(String id) {
        Label tag = new Label();
        tag.setId(id);
        tag.getStyleClass().add("tag");
        return tag;
    }

    private static String describe(SourceInfo info) {
        String size = "%s · %d×%d".formatted(name(info), info.width(), info.height());
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
