package org.posescope.app.main;

import java.util.List;

import org.posescope.app.banner.Banner;
import org.posescope.app.banner.BannerPlace;
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
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The parts of the window in their places. FX thread. */
final class MainView extends StackPane {
    /** Of the height of the window, which the video keeps as long as it can. */
    private static final double PICTURE_SHARE = 0.46;
    /** Height of the window below which figures are seen only when they were asked for, logical pixels. */
    private static final double FIGURES_FROM = 680;

    private final BorderPane frame = new BorderPane();
    private final Panes panes;
    private final StatsStrip figures;
    private final FocusAreas areas;
    private final TransportBar transport;
    private boolean figuresChosen;

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
        ClickFocus.install(panes);
        PageLayer covering = new PageLayer(model.page(), page -> page.beside() ? null : pages.of(page));
        VBox row = new VBox();
        BorderPane middle = new BorderPane(panes);
        middle.setTop(row);
        frame.setCenter(middle);
        frame.setTop(toolbar);
        figures = new StatsStrip(model.stats());
        figures.managedProperty().bind(figures.visibleProperty());
        transport = new TransportBar(model.transport(), new SoundControl(parts.clips().sound()));
        TimelineView timeline = new TimelineView(parts.clips().timeline(), model.transport(), parts.clips().people(),
                model.video());
        frame.setBottom(new VBox(timeline, transport, figures));
        timeline.roomFrom(() -> (1 - PICTURE_SHARE) * getHeight() - toolbar.prefHeight(getWidth())
                - transport.prefHeight(getWidth()) - (figures.isVisible() ? figures.prefHeight(getWidth()) : 0)
                - picture.frameHeight());
        heightProperty().subscribe(height -> {
            if (!figuresChosen && height.doubleValue() > 0) {
                figures.setVisible(height.doubleValue() >= FIGURES_FROM);
            }
        });
        List.of(heightProperty(), figures.visibleProperty(), picture.widthProperty())
                .forEach(size -> size.subscribe(timeline::refit));
        model.page().subscribe(page -> showBeside(page.beside() ? pages.of(page) : null));
        areas = new FocusAreas(List.of(toolbar, banner, picture, scene, measured, timeline, transport));
        getChildren().addAll(frame, covering);
        BannerPlace place = new BannerPlace(model.notices(), banner, row, this, () -> {
            boolean covered = covering.isVisible();
            return new BannerPlace.Surroundings(covered,
                    new Insets(toolbar.getHeight() + (covered ? 0 : picture.getTop().prefHeight(-1)),
                            frame.getRight() == null ? 0 : frame.getRight().prefWidth(-1), 0, 0));
        });
        toolbar.heightProperty()
                .subscribe(height -> setMargin(covering, new Insets(height.doubleValue(), 0, 0, 0)));
        List.of(toolbar.heightProperty(), covering.visibleProperty(), frame.rightProperty())
                .forEach(each -> each.subscribe(place::place));
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
        figuresChosen = true;
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
