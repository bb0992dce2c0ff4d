package org.posescope.app.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.HdrHistogram.Histogram;
import org.posescope.app.video.VideoPane;
import org.posescope.body.DefaultBody;
import org.posescope.draw.Layer;
import org.posescope.infer.memory.HeapBound;
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
 * Analyses a clip in the window, seeks in it while it is paused, and then plays, loops and scrubs for as long as is wanted: how long a
 * seek takes until its picture stands on the screen with skeletons and bodies, the work of the FX thread meanwhile, and what of the
 * machine's memory the process holds (Linux only). Needs the models of the default preset, and a display unless JavaFX is told to be
 * headless.
 */
final class WindowEndurance {
    private static final int SEEKS = 100;
    /** Pulses from one end of the slider to the other. */
    private static final int DRAGGED = 120;
    private static final long PATIENCE_SECONDS = 10;
    private static final double KIB_PER_MIB = 1024;

    private final Random random = new Random(16);
    private final MainWindow window;
    private final WindowModel model;
    private final VideoPane video;
    private final javafx.stage.Window screen;

    private WindowEndurance(MainWindow window, Stage stage) {
        this.window = window;
        this.model = window.model();
        this.video = (VideoPane) stage.getScene().lookup(".video-pane");
        this.screen = stage;
    }

    /** @param args clip, minutes after the seeks, folder for settings and kept motion */
    public static void main(String[] args) throws Exception {
        Fx.start();
        Map<String, String> folders = Map.of("XDG_CONFIG_HOME", Path.of(args[2]).toAbsolutePath().toString(),
                "XDG_CACHE_HOME", Path.of(args[2]).toAbsolutePath().toString());
        ModelStore models = new ModelStore(ModelCatalog.bundled(),
                ModelFolders.resolve(Optional.empty(), System.getenv(), System.getProperties()));
        Services services = Services.ofUser(models, NpmClient.find(System.getenv()), DefaultBody.read(), folders,
                System.getProperties());
        CountDownLatch closed = new CountDownLatch(1);
        HeapBound.watch(HeapBound.WINDOW_BYTES, System::gc);
        Stage stage = Fx.call(Stage::new);
        MainWindow window = Fx
                .call(() -> new MainWindow(stage, services, Optional.of(args[0]), closed::countDown));
        Fx.run(window::show);
        WindowEndurance endurance = new WindowEndurance(window, stage);
        endurance.analyse();
        for (boolean bodies : new boolean[] {false, true}) {
            endurance.scrub(bodies);
            endurance.drag(bodies);
        }
        endurance.goOn(Double.parseDouble(args[1]));
        Fx.run(window::close);
        closed.await();
        Platform.exit();
    }

    private void analyse() throws Exception {
        while (Fx.call(() -> model.video().people().get().isEmpty())) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        memory("first people");
        Fx.run(() -> ((ButtonBase) screen.getScene().lookup("#analyse")).fire());
        while (!Fx.call(() -> ((ButtonBase) screen.getScene().lookup("#analyse")).getText().equals("Analysed"))) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        memory("analysed");
    }

    /** Goes to places at random while paused, one after the other. */
    private void scrub(boolean bodies) throws Exception {
        Fx.run(() -> {
            model.transport().stop();
            if (model.video().layers().get().contains(Layer.MESH) != bodies) {
                model.toggle(Layer.MESH);
            }
        });
        seek();
        window.probe().reset();
        Histogram millis = new Histogram(3);
        for (int i = 0; i < SEEKS; i++) {
            millis.recordValue(TimeUnit.NANOSECONDS.toMillis(seek()));
        }
        System.out.printf(Locale.ROOT, "%d seeks %s bodies: p50 %d ms, p90 %d ms, max %d ms; FX thread: %s%n", SEEKS,
                bodies ? "with" : "without", millis.getValueAtPercentile(50), millis.getValueAtPercentile(90),
                millis.getMaxValue(), window.probe().report());
    }

    /** Nanoseconds from a seek to the pulse that brings its frame to the screen. */
    private long seek() throws Exception {
        double wanted = random.nextDouble();
        return Fx.call(() -> {
            CompletableFuture<Long> shown = new CompletableFuture<>();
            long begin = System.nanoTime();
            model.transport().seekTo(wanted);
            long place = model.transport().position().get();
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (isShown(place)) {
                        stop();
                        shown.complete(System.nanoTime() - begin);
                    }
                }
            }.start();
            return shown;
        }).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private boolean isShown(long place) {
        try (var moment = video.shown().orElseThrow()) {
            return Math.abs(moment.positionMicros() - place) < model.transport().frameMicros();
        }
    }

    /** Drags the slider to the end and back for some seconds, a pixel of a thousand at each pulse. */
    private void drag(boolean bodies) throws Exception {
        window.probe().reset();
        long begin = System.nanoTime();
        long[] shown = Fx.call(() -> {
            CompletableFuture<long[]> done = new CompletableFuture<>();
            new AnimationTimer() {
                private int step;
                private long last = -1;
                private long pictures;

                @Override
                public void handle(long now) {
                    int way = step % (2 * DRAGGED);
                    model.transport().seekTo(0.2 + 0.6 * (way < DRAGGED ? way : 2 * DRAGGED - way) / DRAGGED);
                    try (var moment = video.shown().orElseThrow()) {
                        pictures += moment.positionMicros() == last ? 0 : 1;
                        last = moment.positionMicros();
                    }
                    if (++step == 4 * DRAGGED) {
                        stop();
                        done.complete(new long[] {pictures, step});
                    }
                }
            }.start();
            return done;
        }).get(10 * PATIENCE_SECONDS, TimeUnit.SECONDS);
        System.out.printf(Locale.ROOT, "dragged %s bodies: %d pictures at %d pulses, %d a second; FX thread: %s%n",
                bodies ? "with" : "without", shown[0], shown[1],
                Math.round(shown[0] * 1e9 / (System.nanoTime() - begin)), window.probe().report());
    }

    private void goOn(double minutes) throws Exception {
        long end = System.nanoTime() + Math.round(TimeUnit.MINUTES.toNanos(1) * minutes);
        long said = System.nanoTime();
        window.probe().reset();
        while (System.nanoTime() < end) {
            act();
            if (System.nanoTime() - said > TimeUnit.SECONDS.toNanos(30)) {
                said = System.nanoTime();
                memory(window.probe().report().toString());
            }
        }
    }

    /** Something that a user does, and a moment to look at it. */
    private void act() throws Exception {
        int what = random.nextInt(10);
        double place = random.nextDouble();
        Fx.run(() -> {
            switch (what) {
                case 0 -> model.transport().togglePlay();
                case 1 -> model.toggle(Layer.MESH);
                case 2 -> model.toggleMode();
                case 3 -> model.transport().step(-1);
                case 4 -> model.transport().markBegin();
                case 5 -> model.transport().markEnd();
                case 6 -> window.toggleScene();
                default -> model.transport().seekTo(place);
            }
        });
        TimeUnit.MILLISECONDS.sleep(100 + random.nextInt(1400));
    }

    private static void memory(String when) throws IOException {
        String resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS")).findFirst().orElseThrow().replaceAll("\\D", "");
        System.out.printf(Locale.ROOT, "%s: resident %.0f MiB%n", when, Long.parseLong(resident) / KIB_PER_MIB);
    }
}
