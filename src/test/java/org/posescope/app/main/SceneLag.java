package org.posescope.app.main;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.HdrHistogram.Histogram;
import org.posescope.app.scene3d.posed.PosedScene;
import org.posescope.app.video.VideoPane;
import org.posescope.body.DefaultBody;
import org.posescope.draw.Layer;
import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelFolders;
import org.posescope.model.ModelStore;
import org.posescope.model.install.NpmClient;
import org.posescope.testkit.Fx;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;

/**
 * By how much the 3D view is behind the picture in the pulses that bring a picture to the screen, and the work of the FX thread meanwhile,
 * with and without bodies over the picture. Needs the models of the default preset, and a display unless JavaFX is told to be headless.
 */
final class SceneLag {
    private static final int WARM_UP_SECONDS = 8;
    /** Of a loop or a seek, which are no lag. */
    private static final long JUMP_MICROS = 1_000_000;

    private final MainWindow window;
    private final VideoPane video;
    private final Histogram behind = new Histogram(3);
    private final Histogram pulses = new Histogram(3);
    private long picture = Long.MIN_VALUE;
    private boolean waiting;
    private int waited;
    private long presented;
    private long together;

    private SceneLag(MainWindow window, Stage stage) {
        this.window = window;
        this.video = (VideoPane) stage.getScene().lookup(".video-pane");
    }

    /** @param args clip, seconds of each measurement, folder for settings and kept motion; one more: the clip is analysed before */
    public static void main(String[] args) throws Exception {
        Fx.start();
        Map<String, String> folders = Map.of("XDG_CONFIG_HOME", Path.of(args[2]).toAbsolutePath().toString(),
                "XDG_CACHE_HOME", Path.of(args[2]).toAbsolutePath().toString());
        ModelStore models = new ModelStore(ModelCatalog.bundled(),
                ModelFolders.resolve(Optional.empty(), System.getenv(), System.getProperties()));
        Services services = Services.ofUser(models, NpmClient.find(System.getenv()), DefaultBody.read(), folders,
                System.getProperties());
        CountDownLatch closed = new CountDownLatch(1);
        Stage stage = Fx.call(Stage::new);
        MainWindow window = Fx
                .call(() -> new MainWindow(stage, services, Optional.of(args[0]), closed::countDown));
        Fx.run(window::show);
        SceneLag lag = new SceneLag(window, stage);
        Fx.run(lag::watch);
        TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
        if (args.length > 3) {
            analyse(stage);
        }
        for (boolean bodies : new boolean[] {true, false}) {
            lag.measure(bodies, Long.parseLong(args[1]));
        }
        Fx.run(window::close);
        closed.await();
        Platform.exit();
    }

    private static void analyse(Stage stage) throws Exception {
        ButtonBase button = (ButtonBase) stage.getScene().lookup("#analyse");
        Fx.run(button::fire);
        while (!Fx.call(() -> button.getText().equals("Analysed"))) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** Comes after the window's own timer in each pulse. */
    private void watch() {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                video.shown().ifPresent(moment -> {
                    try (moment) {
                        compare(moment.frame().ptsMicros(), window.scene().seen().map(PosedScene::ptsMicros)
                                .map(OptionalLong::of).orElse(OptionalLong.empty()));
                    }
                });
            }
        }.start();
    }

    private void compare(long shown, OptionalLong seen) {
        if (seen.isEmpty() || Math.abs(shown - seen.getAsLong()) > JUMP_MICROS) {
            return;
        }
        long micros = shown - seen.getAsLong();
        if (shown != picture) {
            picture = shown;
            presented++;
            together += micros == 0 ? 1 : 0;
            behind.recordValue(Math.abs(micros));
            waited = waiting ? waited : 0;
            waiting = true;
        }
        if (waiting && micros == 0) {
            pulses.recordValue(waited);
            waiting = false;
        }
        waited++;
    }

    private void measure(boolean bodies, long seconds) throws Exception {
        Fx.run(() -> {
            if (window.model().video().layers().get().contains(Layer.MESH) != bodies) {
                window.model().toggle(Layer.MESH);
            }
        });
        TimeUnit.SECONDS.sleep(2);
        Fx.run(() -> {
            window.probe().reset();
            behind.reset();
            pulses.reset();
            presented = 0;
            together = 0;
        });
        TimeUnit.SECONDS.sleep(seconds);
        Fx.run(() -> System.out.printf(Locale.ROOT,
                "%s bodies: %d pictures, %d with the 3D view (%.1f %%); behind at presentation mean %.1f, p50 %.1f, p99 %.1f ms of the clip; pulses until it shows the same p50 %d, p99 %d, max %d; FX thread: %s%n",
                bodies ? "with" : "without", presented, together, 100.0 * together / Math.max(1, presented),
                behind.getMean() / 1e3, behind.getValueAtPercentile(50) / 1e3, behind.getValueAtPercentile(99) / 1e3,
                pulses.getValueAtPercentile(50), pulses.getValueAtPercentile(99), pulses.getMaxValue(),
                window.probe().report()));
    }
}
