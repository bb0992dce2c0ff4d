package org.posescope.app.main;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.posescope.body.DefaultBody;
import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelFolders;
import org.posescope.model.ModelStore;
import org.posescope.model.install.NpmClient;
import org.posescope.plan.Plan.Following;
import org.posescope.testkit.Fx;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Work of the FX thread while a clip plays, with the picture alone and with the 3D view beside it, and the longest gap between
 * two pulses around opening, seeking and switching; and the work while a video is recorded and motion exported. Needs the models of the default preset, and a display unless JavaFX is told
 * to be headless.
 */
final class PulseBench {
    private static final int WARM_UP_SECONDS = 10;

    private PulseBench() {}

    /** @param args clip, seconds of each measurement, folder for settings */
    public static void main(String[] args) throws Exception {
        Fx.start();
        Path folder = Path.of(args[2]);
        long seconds = Long.parseLong(args[1]);
        ModelStore models = new ModelStore(ModelCatalog.bundled(),
                ModelFolders.resolve(Optional.empty(), System.getenv(), System.getProperties()));
        Services services = Services.ofUser(models, NpmClient.find(System.getenv()), DefaultBody.read(),
                Map.of("XDG_CONFIG_HOME", folder.toAbsolutePath().toString()), System.getProperties());
        CountDownLatch closed = new CountDownLatch(1);
        MainWindow window = Fx
                .call(() -> new MainWindow(new Stage(), services, Optional.of(args[0]), closed::countDown));
        Fx.run(window::show);
        TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
        measure(window, "picture and 3D view", seconds);
        Fx.run(window::togglePicture);
        measure(window, "picture alone", seconds);
        press("#record");
        Fx.run(() -> window.model().showPage(new Page.Export()));
        press("#export-start");
        Fx.run(() -> window.model().showPage(new Page.None()));
        // The models of the export are loaded.
        TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
        measure(window, "picture alone, recording and exporting", seconds);
        Fx.run(window::togglePicture);
        measure(window, "picture and 3D view, recording and exporting", seconds);
        System.out.println("recorded: " + Fx.call(() -> text("#recorded")));
        press("#record");
        Fx.run(window::togglePicture);
        during(window, "seek", () -> window.model().transport().seekTo(0.5));
        during(window, "mode", () -> window.model().toggleMode());
        during(window, "models", () -> window.model()
                .choose(window.model().settings().get().plan().withFollowing(Following.DEFAULT.withThreshold(0.4))));
        during(window, "open", () -> window.model().open(args[0]));
        long begin = System.nanoTime();
        Fx.run(window::close);
        System.out.printf(Locale.ROOT, "close keeps the FX thread %d ms%n",
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        closed.await();
        Platform.exit();
    }

    private static Node find(String selector) {
        return Window.getWindows().stream().map(each -> each.getScene().lookup(selector)).filter(Objects::nonNull)
                .findFirst().orElseThrow();
    }

    private static void press(String selector) throws Exception {
        Fx.run(() -> ((ButtonBase) find(selector)).fire());
    }

    private static String text(String selector) {
        return ((Labeled) find(selector)).getText();
    }

    private static void during(MainWindow window, String what, Runnable action) throws Exception {
        window.probe().reset();
        Fx.run(action);
        TimeUnit.SECONDS.sleep(3);
        System.out.println(what + ": " + window.probe().report());
    }

    private static void measure(MainWindow window, String what, long seconds) throws InterruptedException {
        window.probe().reset();
        TimeUnit.SECONDS.sleep(seconds);
        System.out.println(what + ": " + window.probe().report());
    }
}
