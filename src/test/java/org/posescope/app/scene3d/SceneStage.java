package org.posescope.app.scene3d;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.posescope.app.scene3d.posed.SceneFrame;
import org.posescope.body.BodyModel;

/** A window with a 3D pane, driven from another thread. */
final class SceneStage implements AutoCloseable {
    private static final long SETTLED_MILLIS = 1200;

    private final Scene3dModel model = new Scene3dModel();
    private final Scene3dPane pane;
    private final Stage stage;
    private final StackPane root;

    SceneStage(Optional<BodyModel> body, int width, int height, boolean hardware) throws Exception {
        pane = onFx(() -> new Scene3dPane(body, model, hardware));
        root = onFx(() -> new StackPane(pane.node()));
        stage = onFx(() -> {
            Stage window = new Stage();
            window.setScene(new Scene(root, width, height));
            window.show();
            return window;
        });
    }

    static void startToolkit() throws InterruptedException {
        CountDownLatch up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        if (!up.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("JavaFX did not start");
        }
        Platform.setImplicitExit(false);
    }

    static <T> T onFx(Callable<T> work) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result.get(60, TimeUnit.SECONDS);
    }

    Scene3dModel model() {
        return model;
    }

    Scene3dPane pane() {
        return pane;
    }

    void change(Runnable change) throws Exception {
        onFx(() -> {
            change.run();
            return true;
        });
    }

    void show(SceneFrame moment) throws Exception {
        change(() -> pane.show(moment));
    }

    /** Waits until what was asked for is seen and the camera rests. */
    void settle() throws InterruptedException {
        Thread.sleep(SETTLED_MILLIS);
    }

    WritableImage picture() throws Exception {
        return onFx(() -> root.snapshot(new SnapshotParameters(), null));
    }

    @Override
    public void close() {
        Platform.runLater(() -> {
            pane.close();
            stage.hide();
        });
    }
}
