package org.posescope.app.scene3d;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

import org.posescope.app.pulse.FxThread;
import org.posescope.app.scene3d.camera.CameraClock;
import org.posescope.app.scene3d.camera.CameraDirector;
import org.posescope.app.scene3d.camera.CameraPreset;
import org.posescope.app.scene3d.camera.OrbitInput;
import org.posescope.app.scene3d.hardware.HardwareView;
import org.posescope.app.scene3d.posed.PosedScene;
import org.posescope.app.scene3d.posed.PosesAhead;
import org.posescope.app.scene3d.posed.SceneFrame;
import org.posescope.app.scene3d.posed.ScenePoser;
import org.posescope.app.scene3d.posed.SceneView;
import org.posescope.app.scene3d.software.SoftwareView;
import org.posescope.body.BodyModel;
import org.posescope.draw.scene.OrbitCamera;

/**
 * The 3D scene with its controls. All methods are for the FX thread. Bodies are posed, and without graphics hardware the
 * scene is drawn, on threads of the pane's own; what comes faster than they are is left out.
 */
public final class Scene3dPane implements AutoCloseable {
    private static final String CAPTION = "3D · camera space, metres";
    private static final PseudoClass LIGHT = PseudoClass.getPseudoClass("light");

    private final Scene3dModel model;
    private final CameraDirector director = new CameraDirector();
    private final CameraClock clock = new CameraClock(director, this::cameraMoved);
    private final IdTags tags;
    private final AxesCompass compass = new AxesCompass();
    private final Chips chips;
    private final StackPane root = new StackPane();
    private final SceneView view;
    private final Subscription subscriptions;
    private final PosesAhead poses;
    private Optional<BodyModel> body;
    private Optional<PosedScene> shown = Optional.empty();
    private Optional<PosedScene> seen = Optional.empty();
    private int epoch;

    /**
     * @param body  poses {@link org.posescope.pose.Person#body}; without it people are shown as joints
     * @param model the pane's switches; stays the caller's
     */
    public Scene3dPane(Optional<BodyModel> body, Scene3dModel model) {
        this(body, model, Platform.isSupported(ConditionalFeature.SCENE3D));
    }

    Scene3dPane(Optional<BodyModel> body, Scene3dModel model, boolean hardware) {
        FxThread.require();
        this.body = body;
        this.model = model;
        tags = new IdTags(id -> model.namesProperty().get().of(id));
        director.choose(model.presetProperty().get());
        view = hardware
                ? new HardwareView(director.orbit(), model.switches(), this::tag)
                : new SoftwareView(director.orbit(), model.switches(), this::tag);
        poses = new PosesAhead(model.staging(body, epoch),
                (hardware ? ScenePoser.forHardware() : ScenePoser.forSoftware())::pose, this::present,
                Platform::runLater);
        chips = new Chips(model, this::choose);
        if (!hardware) {
            model.tell(
                    "This computer's graphics offer no 3D, so PoseScope draws the 3D view in software, a little slower.");
        }
        lay(hardware);
        subscriptions = listen();
    }

    private void lay(boolean hardware) {
        Caption caption = new Caption(hardware ? CAPTION : CAPTION + " · software", model.noticeProperty().get());
        compass.node().setVisible(hardware);
        Corners controls = new Corners(caption.node(), compass.node(), chips.switches(), chips.presets(),
                chips.unfold());
        root.getStyleClass().add("scene3d");
        root.getStylesheets()
                .add(Objects.requireNonNull(Scene3dPane.class.getResource("scene3d.css")).toExternalForm());
        root.setMinSize(0, 0);
        root.getChildren().addAll(view.node(), tags.node(), controls);
        new OrbitInput(root, director, clock::wake);
    }

    private Subscription listen() {
        root.widthProperty().addListener(size -> resized());
        root.heightProperty().addListener(size -> resized());
        return Subscription.combine(model.presetProperty().subscribe(this::follow),
                model.lightProperty().subscribe(this::dress),
                model.sourceCameraProperty().subscribe(this::includeSource),
                model.whenStaged(this::restage),
                model.whenRenamed(tags::refresh),
                model.whenSwitched(() -> view.choose(model.switches())));
    }

    private void dress(boolean light) {
        root.pseudoClassStateChanged(LIGHT, light);
        view.dress(light);
    }

    private void includeSource(boolean included) {
        director.includeSource(included);
        clock.wake();
    }

    /** To be put into the window; takes all the space it is given. */
    public Node node() {
        return root;
    }

    /** The switches that this pane was made with. */
    public Scene3dModel model() {
        return model;
    }

    /** Poses people with another body model from now on. */
    public void useBody(Optional<BodyModel> newBody) {
        FxThread.require();
        body = newBody;
        restage();
    }

    private void restage() {
        poses.stage(model.staging(body, epoch)).ifPresent(this::present);
    }

    /** Is told on any thread of moments that are on their way to the screen, one after the other, and poses them. */
    public Consumer<SceneFrame> foresight() {
        return poses::foresee;
    }

    /** Poses the moment that comes to the screen next. */
    public void expect(SceneFrame moment) {
        FxThread.require();
        poses.expect(moment);
    }

    /**
     * Shows a moment in place of the one before: at once if it is posed, else as soon as it is unless a newer one is there by then. Drawn in
     * software it is seen when its picture is drawn, which takes longer than a pulse.
     */
    public void show(SceneFrame moment) {
        FxThread.require();
        poses.show(moment).ifPresent(this::present);
    }

    /** Forgets people, trails and floor, as on a new source. */
    public void clear() {
        FxThread.require();
        epoch++;
        poses.begin(model.staging(body, epoch));
        director.clear();
        shown.ifPresent(now -> present(
                new PosedScene(now.ptsMicros(), List.of(), now.floor(), Optional.empty(), 0, now.source())));
    }

    private void present(PosedScene moment) {
        shown = Optional.of(moment);
        model.showPeople(moment.people().size());
        view.show(moment);
        director.show(moment);
        clock.wake();
    }

    private void choose(CameraPreset preset) {
        director.choose(preset);
        clock.wake();
    }

    /** The model's preset was set, by the window or because the user moved the camera. */
    private void follow(CameraPreset preset) {
        chips.mark(preset);
        if (preset != director.preset()) {
            choose(preset);
        }
    }

    private void resized() {
        if (root.getWidth() > 0 && root.getHeight() > 0) {
            director.resize(root.getWidth(), root.getHeight());
            clock.wake();
        }
    }

    private void cameraMoved() {
        model.presetProperty().set(director.preset());
        view.look(director.orbit());
        compass.look(director.orbit());
    }

    private void tag(Optional<PosedScene> moment, OrbitCamera orbit) {
        seen = moment;
        tags.show(moment.map(PosedScene::people).orElse(List.of()), orbit);
    }

    /** The moment that is shown; drawn in software it is seen later. */
    public Optional<PosedScene> shown() {
        FxThread.require();
        return shown;
    }

    /** The moment that is to be seen at this pulse or the next. */
    public Optional<PosedScene> seen() {
        FxThread.require();
        return seen;
    }

    /** Ends the pane's threads; nothing is shown any more. */
    @Override
    public void close() {
        FxThread.require();
        subscriptions.unsubscribe();
        clock.stop();
        poses.close();
        view.close();
    }
}
