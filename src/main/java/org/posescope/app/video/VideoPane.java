package org.posescope.app.video;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.posescope.app.player.ShownFrame;
import org.posescope.app.pulse.FxThread;
import org.posescope.draw.FlatLayer;
import org.posescope.draw.HudFigures;
import org.posescope.draw.Layer;
import org.posescope.draw.OverlayScene;
import org.posescope.draw.PictureFit;
import org.posescope.draw.Sizes;
import org.posescope.pose.Person;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;

/** The picture with its layers, as large as the pane allows. Holds the frame that is shown. FX thread. */
public final class VideoPane extends Region implements AutoCloseable {
    private static final double REACH = 14;
    private static final double POINTER_GAP = 14;

    private final VideoModel model;
    private final Lineup lineup;
    private final PictureView picture = new PictureView();
    private final MeshView mesh;
    private final OverlayView overlay = new OverlayView();
    private final Label hint = new Label();
    private double pictureWidth;
    private double pictureHeight;
    private boolean mirrored;
    private final ObservableValue<Double> outputScale = sceneProperty().flatMap(Scene::windowProperty)
            .flatMap(Window::outputScaleXProperty).map(Number::doubleValue).orElse(1.0);
    private PictureFit fit = PictureFit.NOTHING;
    private PictureZoom zoom = PictureZoom.ALL;
    private JointClick joints = (person, joint, x, y) -> false;

    /** Hears of a keypoint of somebody that is clicked, at a place of the screen, and tells whether that was meant. */
    @FunctionalInterface
    public interface JointClick {
        boolean at(int person, String keypoint, double screenX, double screenY);
    }

    public VideoPane(VideoModel model, MeshView mesh) {
        this.model = model;
        this.mesh = mesh;
        this.lineup = new Lineup(mesh);
        getStyleClass().add("video-pane");
        hint.getStyleClass().add("joint-hint");
        hint.setVisible(false);
        hint.setMouseTransparent(true);
        getChildren().addAll(picture.node(), mesh.node(), overlay.node(), hint);
        model.layers().subscribe(this::relayer);
        model.selected().subscribe(this::redraw);
        setOnMouseMoved(this::hover);
        setOnMouseExited(event -> hint.setVisible(false));
        setOnMouseClicked(this::click);
        ZoomInput.install(this, this);
        Rectangle edge = new Rectangle();
        edge.widthProperty().bind(widthProperty());
        edge.heightProperty().bind(heightProperty());
        setClip(edge);
        outputScale.subscribe(this::place);
    }

    /** Takes over a frame with its people, to be shown at a pulse from now on unless a newer one comes before. */
    public void show(ShownFrame moment) {
        FxThread.require();
        lineup.add(moment);
    }

    /** Is told on any thread of moments that are about to be shown, and begins what takes long; they stay the teller's. */
    public Consumer<ShownFrame> foresight() {
        return mesh::foresee;
    }

    /** Names who hears of a moment that comes to the screen next, as soon as its bodies are drawn; it stays this pane's. */
    public void expect(Consumer<ShownFrame> listener) {
        FxThread.require();
        lineup.expect(listener);
    }

    /** Makes ready on any thread what is about to be shown, and takes it over for that. */
    public UnaryOperator<ShownFrame> preparation() {
        return picture::prepared;
    }

    private void present(Lineup.Ready ready) {
        ShownFrame moment = ready.moment();
        picture.show(moment);
        model.show(moment);
        mesh.show(ready.embodied() && embodied());
        if (moment.frame().width() != pictureWidth || moment.frame().height() != pictureHeight) {
            pictureWidth = moment.frame().width();
            pictureHeight = moment.frame().height();
            zoom = PictureZoom.ALL;
            place();
        } else {
            redraw();
        }
    }

    /** Whether the picture is turned left for right, as a mirror shows it. */
    public void mirror(boolean wanted) {
        FxThread.require();
        mirrored = wanted;
        picture.node().setScaleX(wanted ? -1 : 1);
        mesh.node().setScaleX(wanted ? -1 : 1);
        place();
    }

    private boolean embodied() {
        return mesh.available() && model.layers().get().contains(Layer.MESH);
    }

    /** Bodies that are switched on while nothing plays are drawn for what is on the screen. */
    private void relayer() {
        mesh.want(embodied());
        if (!embodied()) {
            mesh.show(false);
        } else if (lineup.idle()) {
            shown().ifPresent(lineup::add);
        }
        redraw();
    }

    /** What is on the screen, held once more for the caller; empty when nothing is. */
    public Optional<ShownFrame> shown() {
        return picture.shown().map(ShownFrame::retain);
    }

    /**
     * A pulse begins: frees what is not rendered any more, and shows the next moment if it is ready.
     *
     * @return what has come to the screen, which stays held here
     */
    public Optional<ShownFrame> pulse() {
        FxThread.require();
        picture.pulse();
        if (embodied() && lineup.idle() && mesh.coarse()) {
            shown().ifPresent(lineup::add);
        }
        Optional<Lineup.Ready> ready = lineup.pulse(embodied());
        ready.ifPresent(this::present);
        return ready.map(Lineup.Ready::moment);
    }

    @Override
    protected void layoutChildren() {
        overlay.resize(getWidth(), getHeight());
        place();
    }

    private void place() {
        PictureFit place = room().fit(zoom);
        fit = mirrored ? place.inMirror(pictureWidth) : place;
        Looking looking = new Looking(getWidth(), getHeight(), outputScale.getValue(), zoom);
        picture.look(looking);
        picture.place(fit.left(), fit.top(), fit.scale() * pictureWidth, fit.scale() * pictureHeight);
        mesh.look(looking);
        mesh.place(fit.left(), fit.top(), fit.scale() * pictureWidth, fit.scale() * pictureHeight);
        redraw();
    }

    PictureZoom zoom() {
        return zoom;
    }

    void zoom(PictureZoom wanted) {
        if (!wanted.equals(zoom)) {
            zoom = wanted;
            place();
        }
    }

    PictureZoom.Room room() {
        return new PictureZoom.Room(pictureWidth, pictureHeight, getWidth(), getHeight());
    }

    /** Shows all of the picture again. */
    public void resetZoom() {
        FxThread.require();
        zoom(PictureZoom.ALL);
    }

    /** Whether only a part of the picture is seen. */
    public boolean zoomed() {
        return zoom.factor() > 1;
    }

    /** Names who hears of a click on a joint before it selects anybody. */
    public void onJoint(JointClick listener) {
        FxThread.require();
        joints = listener;
    }

    /** Adds a layer above the others that cannot be hidden. */
    public void addLayer(FlatLayer layer) {
        FxThread.require();
        overlay.add(layer);
    }

    /** Draws layers anew over the same frame. */
    public void refresh() {
        FxThread.require();
        redraw();
    }

    /** Bodies look otherwise now: they are drawn anew over the same frame. */
    public void bodiesChanged() {
        FxThread.require();
        relayer();
    }

    private void redraw() {
        overlay.draw(new OverlayScene(model.people().get(), HudFigures.NONE, model.selected().get(), fit, Sizes.WINDOW,
                model.names()),
                model.layers().get());
    }

    private void hover(MouseEvent event) {
        model.jointAt(fit.pictureX(event.getX()), fit.pictureY(event.getY()), fit.pictureLength(REACH))
                .ifPresentOrElse(text -> hint(text, event), () -> hint.setVisible(false));
    }

    private void hint(String text, MouseEvent event) {
        hint.setText(text);
        hint.autosize();
        hint.relocate(Math.clamp(event.getX() + POINTER_GAP, 0, Math.max(0, getWidth() - hint.getWidth())),
                Math.clamp(event.getY() + POINTER_GAP, 0, Math.max(0, getHeight() - hint.getHeight())));
        hint.setVisible(true);
    }

    /** Selects whoever is at a place of the pane, or ends that. */
    public void selectAt(double x, double y) {
        FxThread.require();
        model.selectAt(fit.pictureX(x), fit.pictureY(y));
    }

    /** Whether somebody is at a place of the pane. */
    public boolean isPerson(double x, double y) {
        return Picker.person(model.people().get(), fit.pictureX(x), fit.pictureY(y)).isPresent();
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 1 && event.isStillSincePress()) {
            Optional<Picker.Hit> joint = Picker.joint(model.people().get(), fit.pictureX(event.getX()),
                    fit.pictureY(event.getY()), fit.pictureLength(REACH));
            if (joint.filter(hit -> joints.at(hit.person().id(), hit.name(), event.getScreenX(), event.getScreenY()))
                    .isEmpty()) {
                selectAt(event.getX(), event.getY());
            }
        }
    }

    /** Where a person's middle is on the pane, for tests and helpers that point at people. */
    public Point2D middleOf(Person person) {
        return new Point2D(fit.screenX(person.box().centerX()), fit.screenY(person.box().centerY()));
    }

    /** The place of the picture at a place of the pane, at its edge where that is outside. */
    public Point2D pictureOf(Point2D place) {
        return new Point2D(Math.clamp(fit.pictureX(place.getX()), 0, pictureWidth),
                Math.clamp(fit.pictureY(place.getY()), 0, pictureHeight));
    }

    /** The place of the pane at which a place of the picture is seen. */
    public Point2D screenOf(Point2D place) {
        return new Point2D(fit.screenX(place.getX()), fit.screenY(place.getY()));
    }

    /** Gives back the frames; nothing may be shown any more. */
    @Override
    public void close() {
        FxThread.require();
        mesh.close();
        lineup.close();
        picture.close();
    }
}
