package org.posescope.app.scene3d.software;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import javafx.application.Platform;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import org.posescope.app.pulse.FxThread;
import org.posescope.app.scene3d.posed.PosedScene;
import org.posescope.app.scene3d.posed.SceneView;
import org.posescope.app.scene3d.posed.Switches;
import org.posescope.draw.scene.OrbitCamera;

/**
 * The scene drawn without graphics hardware, by a thread that leaves the processor to others most of the time. What is seen is the newest
 * moment whose picture is drawn, with its camera and its names: while pictures play some of them are left out, and at rest it is that of the picture.
 */
public final class SoftwareView implements SceneView {
    private static final Duration PERIOD = Duration.ofMillis(66);

    private final Pane pane = new Pane();
    private final ImageView picture = new ImageView();
    private final RestingShots resting;
    private final LatestWorker<ShotRequest, Drawn> worker;
    private final Onlooker onlooker;
    private Optional<Shot> shown = Optional.empty();
    private Optional<PosedScene> moment = Optional.empty();
    private OrbitCamera orbit;
    private Switches switches;
    private boolean light;

    private record Drawn(ShotRequest request, Shot shot) {}

    public SoftwareView(OrbitCamera orbit, Switches switches, Onlooker onlooker) {
        this(orbit, switches, onlooker, new ConcurrentLinkedQueue<>());
    }

    /** @param unused shots that may be drawn on; any thread */
    SoftwareView(OrbitCamera orbit, Switches switches, Onlooker onlooker, Queue<Shot> unused) {
        this.orbit = orbit;
        this.switches = switches;
        this.onlooker = onlooker;
        resting = new RestingShots(unused::add);
        ShotMaker maker = new ShotMaker(unused);
        worker = new LatestWorker<>("scene3d-draw", PERIOD, request -> new Drawn(request, maker.make(request)),
                this::present, Platform::runLater);
        pane.getChildren().add(picture);
        pane.widthProperty().addListener(size -> request());
        pane.heightProperty().addListener(size -> request());
    }

    @Override
    public Region node() {
        return pane;
    }

    @Override
    public void show(PosedScene now) {
        FxThread.require();
        moment = Optional.of(now);
        request();
    }

    @Override
    public void look(OrbitCamera now) {
        FxThread.require();
        orbit = now;
        request();
    }

    @Override
    public void dress(boolean nowLight) {
        FxThread.require();
        light = nowLight;
        request();
    }

    @Override
    public void choose(Switches now) {
        FxThread.require();
        switches = now;
        request();
    }

    private void request() {
        int width = (int) pane.getWidth();
        int height = (int) pane.getHeight();
        if (width > 0 && height > 0) {
            worker.submit(new ShotRequest(moment, orbit, switches, light, width, height));
        }
    }

    private void present(Drawn drawn) {
        drawn.shot.show(picture);
        shown.ifPresent(resting::rest);
        shown = Optional.of(drawn.shot);
        onlooker.sees(drawn.request.moment(), drawn.request.orbit());
    }

    @Override
    public void close() {
        FxThread.require();
        resting.stop();
        worker.close();
    }
}
