package org.posescope.app.main;

import java.util.List;

import org.posescope.app.banner.Banner;
import org.posescope.app.keys.ClickFocus;
import org.posescope.app.measure.JointMenu;
import org.posescope.app.measure.LengthInput;
import org.posescope.app.measure.LengthModel;
import org.posescope.app.measure.MeasureModel;
import org.posescope.app.measure.MeasurePane;
import org.posescope.app.measure.MeasureSplit;
import org.posescope.app.sound.SoundControl;
import org.posescope.app.stats.StatsStrip;
import org.posescope.app.timeline.TimelineView;
import org.posescope.app.toolbar.CameraModel;
import org.posescope.app.toolbar.PresetMenu;
import org.posescope.app.toolbar.Toolbar;
import org.posescope.app.transport.TransportBar;
import org.posescope.app.video.VideoPane;
import org.posescope.draw.angle.AngleLayer;
import org.posescope.draw.angle.LengthLayer;
import org.posescope.model.Preset;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The parts of the window in their places. FX thread. */
final class MainView extends StackPane {
    private final BorderPane frame = new BorderPane();
    private final Panes panes;
    private final StatsStrip figures;
    private final FocusAreas areas;
    private final TransportBar transport;

    /** The parts that are made elsewhere because they hold something that has to be closed. */
    record Parts(VideoPane video, boolean meshAvailable, Node scene, ClipModels clips, CameraModel cameras,
            List<Preset> presets, PresetMenu.Availability files) {}

    MainView(WindowModel model, Commands commands, Parts parts, PageViews pages) {
        getStyleClass().add("window");
        Toolbar toolbar = new Toolbar(commands, model.settings().settings(), model.stats().mode(),
                parts.clips().record(), parts.cameras(),
                new PresetMenu(model.settings().settings(), parts.presets(), parts.files(), commands::preset),
                parts.clips()::thumbnail);
        PicturePanel picture = new PicturePanel(model, parts.video(), parts.meshAvailable(), parts.clips());
        StackPane scene = new StackPane(parts.scene());
        scene.setId("scene");
        scene.getStyleClass().add("pane");
        MeasureModel measure = parts.clips().measure();
        MeasurePane measured = new MeasurePane(parts.clips().measuring(), parts.clips()::name);
        JointMenu joints = new JointMenu(measure, parts.clips()::name, parts.video());
        parts.video().onJoint(joints::clicked);
        parts.video().addLayer(new AngleLayer(measure::readings));
        measure.listen(parts.video()::refresh);
        LengthModel length = parts.clips().measuring().length();
        LengthInput.install(length, parts.video());
        parts.video().addLayer(new LengthLayer(() -> length.seen().filter(_ -> measure.open().get())));
        length.listen(parts.video()::refresh);
        panes = new Panes(picture, new MeasureSplit(scene, measured, measure), model.settings().get().window().split());
        picture.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
                showPicture(parts.video());
            }
        });
        PictureMenu.install(commands, parts.video());
        Banner banner = new Banner(model.notices());
        // Over the rest, so that nothing moves under the mouse when it comes and goes.
        StackPane.setAlignment(banner, Pos.TOP_CENTER);
        ClickFocus.install(panes);
        PageLayer covering = new PageLayer(model.page(), page -> page.beside() ? null : pages.of(page));
        frame.setCenter(panes);
        frame.setTop(toolbar);
        figures = new StatsStrip(model.stats());
        figures.managedProperty().bind(figures.visibleProperty());
        transport = new TransportBar(model.transport(), new SoundControl(parts.clips().sound()));
        TimelineView timeline = new TimelineView(parts.clips().timeline(), model.transport(), parts.clips().people(),
                model.video());
        frame.setBottom(new VBox(timeline, transport, figures));
        model.page().subscribe(page -> showBeside(page.beside() ? pages.of(page) : null));
        Runnable place = () -> {
            setMargin(covering, new Insets(toolbar.getHeight(), 0, 0, 0));
            setMargin(banner, new Insets(toolbar.getHeight(),
                    frame.getRight() == null ? 0 : frame.getRight().prefWidth(-1), 0, 0));
        };
        toolbar.heightProperty().subscribe(place);
        frame.rightProperty().subscribe(place);
        areas = new FocusAreas(List.of(toolbar, banner, picture, scene, measured, timeline, transport));
        getChildren().addAll(frame, covering, banner);
    }

    /** The keyboard is at the page, but at none of its controls yet, and back at the window afterwards. */
    private void showBeside(Node page) {
        boolean wasShown = frame.getRight() != null;
        frame.setRight(page);
        if (page != null) {
            page.requestFocus();
        } else if (wasShown) {
            requestFocus();
        }
    }

    /** Whether it is part of the page beside the panes. */
    boolean beside(Node node) {
        Node part = node;
        while (part != null && !part.equals(frame.getRight())) {
            part = part.getParent();
        }
        return part != null;
    }

    /** All of a picture of which only a part is seen, else the picture alone or not. */
    private void showPicture(VideoPane video) {
        if (video.zoomed()) {
            video.resetZoom();
        } else {
            panes.togglePicture();
        }
    }

    void toggleFigures() {
        figures.setVisible(!figures.isVisible());
    }

    void askForPlace() {
        transport.askForPlace();
    }

    /** Groups of buttons, from top to bottom. */
    FocusAreas areas() {
        return areas;
    }

    Panes panes() {
        return panes;
    }
}
