package org.posescope.app.main;

import java.util.List;

import org.posescope.app.analysis.AnalysisModel;
import org.posescope.app.banner.Banner;
import org.posescope.app.record.RecordModel;
import org.posescope.app.stats.StatsStrip;
import org.posescope.app.toolbar.CameraModel;
import org.posescope.app.toolbar.Toolbar;
import org.posescope.app.transport.TransportBar;
import org.posescope.app.video.VideoPane;
import org.posescope.model.Preset;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The parts of the window in their places. FX thread. */
final class MainView extends StackPane {
    private final Panes panes;

    /** The parts that are made elsewhere because they hold something that has to be closed. */
    record Parts(VideoPane video, boolean meshAvailable, Node scene, RecordModel record, CameraModel cameras,
            AnalysisModel analysis, List<Preset> presets) {}

    MainView(WindowModel model, Commands commands, Parts parts, PageViews pages) {
        getStyleClass().add("window");
        Toolbar toolbar = new Toolbar(commands, model.settings().settings(), model.stats().mode(),
                parts.record(), parts.cameras(), parts.presets());
        PicturePanel picture = new PicturePanel(model, parts.video(), parts.meshAvailable(), parts.analysis());
        StackPane scene = new StackPane(parts.scene());
        scene.setId("scene");
        scene.getStyleClass().add("pane");
        panes = new Panes(picture, scene, model.settings().get().window().split());
        picture.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                panes.togglePicture();
            }
        });
        BorderPane frame = new BorderPane(new StackPane(panes, new PageLayer(model.page(), pages::of)));
        frame.setTop(new VBox(toolbar, new Banner(model.notices())));
        frame.setBottom(new VBox(new TransportBar(model.transport()), new StatsStrip(model.stats())));
        getChildren().add(frame);
    }

    Panes panes() {
        return panes;
    }
}
