package org.posescope.app.scene3d;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

import org.posescope.app.pulse.FxThread;
import org.posescope.app.scene3d.camera.CameraClock;
import org.posescope.app.scene3d.camera.CameraDirector;
import org.posescope.app.scene3d.camera.CameraPreset;
import org.posescope.app.scene3d.camera.OrbitInput;
import org.posescope.app.scene3d.hardware.HardwareView;
import org.posescope.app.scene3d.posed.LatestWorker;
import org.posescope.app.scene3d.posed.PoseRequest;
import org.posescope.app.scene3d.posed.PosedScene;
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
    private final LatestWorker<PoseRequest, PosedScene> poser;
    private Optional<BodyModel> body;
    private Optional<SceneFrame> last = Optional.empty();
    private Optional<PosedScene> shown = Optional.empty();
    private OptionalLong seen = OptionalLong.empty();
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
        poser = new LatestWorker<>("scene3d-pose", Duration.ZERO,
                (hardware ? ScenePoser.forHardware() : ScenePoser.forSoftware())::pose, this::show,
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
        List<Region> rows = chips.rows();
        Corners controls = new Corners(caption.node(), compass.node(), rows.get(0), rows.get(1));
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
                model.whenWorn(() -> last.ifPresent(this::show)),
                model.togetherProperty().subscribe(now -> last.ifPresent(this::show)),
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

    /** Poses people with another body model from the next moment on. */
    public void useBody(Optional<BodyModel> newBody) {
        FxThread.require();
        body = newBody;
    }

    /** Shows a moment in place of the one before; when moments come faster than they can be shown the newest wins. */
    public void show(SceneFrame moment) {
        FxThread.require();
        last = Optional.of(moment);
        poser.submit(new PoseRequest(moment, body, model.worn(), model.togetherProperty().get(), epoch));
    }

    /** Forgets people, trails and floor, as on a new source. */
    public void clear() {
        FxThread.require();
        epoch++;
        last = Optional.empty();
        poser.forget();
        director.clear();
        shown.ifPresent(now -> show(new PosedScene(now.ptsMicros(), List.of(), now.floor(), Optional.empty(), 0, now.source())));
    }

    private void show(PosedScene moment) {
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
        seen = moment.map(PosedScene::ptsMicros).map(OptionalLong::of).orElse(OptionalLong.empty());
        tags.show(moment.map(PosedScene::people).orElse(List.of()), orbit);
    }

    /** Presentation time of the moment that is to be seen since the pulse before or from the next one on, microseconds; empty before the first. */
    public OptionalLong seenMicros() {
        FxThread.require();
        return seen;
    }

    /** Ends the pane's threads; nothing is shown any more. */
    @Override
    public void close() {
        FxThread.require();
        subscriptions.unsubscribe();
        clock.stop();
        poser.close();
        view.close();
    }
}
