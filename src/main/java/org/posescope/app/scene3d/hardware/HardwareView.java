package org.posescope.app.scene3d.hardware;

import java.util.Optional;

import javafx.scene.Group;
import javafx.scene.PerspectiveCamera;
import javafx.scene.SceneAntialiasing;
import javafx.scene.SubScene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.fxyz3d.utils.CameraTransformer;
import org.posescope.app.pulse.FxThread;
import org.posescope.app.scene3d.posed.PosedScene;
import org.posescope.app.scene3d.posed.ScenePoser;
import org.posescope.app.scene3d.posed.SceneView;
import org.posescope.app.scene3d.posed.Switches;

import org.posescope.draw.scene.OrbitCamera;

/** The scene drawn by the graphics hardware. */
public final class HardwareView implements SceneView {
    private static final double NEAREST = 0.05;
    private static final double FARTHEST = 100;

    private final PerspectiveCamera camera = new PerspectiveCamera(true);
    private final CameraTransformer rig = new CameraTransformer();
    private final SceneLights studio = new SceneLights();
    private final FloorNode floor = new FloorNode();
    private final ShadowNode shadow = new ShadowNode();
    private final SourceNode source = new SourceNode();
    private final People people = new People();
    private final Pane pane = new Pane();
    private final SubScene scene;
    private final Onlooker onlooker;
    private Optional<PosedScene> moment = Optional.empty();
    private OrbitCamera orbit;
    private SceneColors look = SceneColors.DARK;
    private Switches switches;

    public HardwareView(OrbitCamera orbit, Switches switches, Onlooker onlooker) {
        this.orbit = orbit;
        this.onlooker = onlooker;
        this.switches = switches;
        camera.setNearClip(NEAREST);
        camera.setFarClip(FARTHEST);
        camera.setVerticalFieldOfView(true);
        rig.getChildren().add(camera);
        SceneLayers layers = people.layers();
        Group world = new Group(rig, studio.node(), floor.node(), shadow.node(), source.node());
        world.getChildren().addAll(layers.inOrder());
        studio.unlit(floor.node(), shadow.node(), source.node(), layers.trails());
        studio.lit(layers.skeletons(), layers.bodies());
        scene = new SubScene(world, 1, 1, true, SceneAntialiasing.BALANCED);
        scene.setFill(Color.TRANSPARENT);
        scene.setCamera(camera);
        scene.widthProperty().bind(pane.widthProperty());
        scene.heightProperty().bind(pane.heightProperty());
        scene.heightProperty().addListener((size, old, now) -> look(this.orbit));
        pane.getChildren().add(scene);
        dress(false);
        choose(switches);
    }

    @Override
    public Region node() {
        return pane;
    }

    @Override
    public void show(PosedScene now) {
        FxThread.require();
        boolean floorMoved = moment.map(PosedScene::floor).orElse(Double.NaN) != now.floor();
        boolean sourceMoved = !moment.map(PosedScene::source).equals(Optional.of(now.source()));
        moment = Optional.of(now);
        people.show(now, switches, look);
        shadow.node().setVisible(switches.floor() && now.shadow().isPresent());
        if (switches.floor()) {
            now.shadow().ifPresent(cast -> shadow.show(cast, look));
        }
        if (sourceMoved) {
            source.show(now.source());
            source.node().setVisible(switches.sourceCamera());
        }
        if (floorMoved || sourceMoved) {
            updateLines();
        }
        onlooker.sees(moment, orbit);
    }

    @Override
    public void look(OrbitCamera now) {
        FxThread.require();
        orbit = now;
        camera.setFieldOfView(Math.toDegrees(now.fieldOfView()));
        camera.setTranslateZ(-now.distance());
        rig.setTranslate(now.target().x(), now.target().y(), now.target().z());
        rig.setRotate(-Math.toDegrees(now.elevation()), -Math.toDegrees(now.azimuth()), 0);
        studio.turn(now.azimuth());
        updateLines();
        onlooker.sees(moment, now);
    }

    /** Lines keep their width in pixels, so they change with the camera. */
    private void updateLines() {
        double height = scene.getHeight();
        if (switches.floor()) {
            floor.update(orbit, moment.map(PosedScene::floor).orElse(ScenePoser.CAMERA_HEIGHT), height);
        }
        if (switches.sourceCamera()) {
            source.update(orbit, height);
        }
    }

    @Override
    public void dress(boolean light) {
        FxThread.require();
        look = SceneColors.of(light);
        studio.dress(look);
        floor.dress(look);
        source.dress(look);
        moment.ifPresent(this::show);
    }

    @Override
    public void choose(Switches now) {
        FxThread.require();
        switches = now;
        floor.node().setVisible(now.floor());
        source.node().setVisible(now.sourceCamera() && moment.isPresent());
        updateLines();
        moment.ifPresent(this::show);
    }

    @Override
    public void close() {
        FxThread.require();
        pane.getChildren().clear();
    }
}
