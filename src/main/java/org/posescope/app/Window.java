package org.posescope.app;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.logging.Logger;

import org.posescope.app.main.MainWindow;
import org.posescope.app.main.Services;
import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.error.UserException;
import org.posescope.infer.memory.HeapBound;

import javafx.application.Platform;
import javafx.stage.Stage;

/** Opens the window of the program. */
public final class Window {
    private static final String GLASS_PLATFORM = "glass.platform";
    private static final String NO_DISPLAY = "there is no display for the window (DISPLAY is not set); without one use "
            + "`posescope run -i FILE -o OUT.mp4 --no-show`, or start the window under xvfb-run";

    private Window() {}

    /**
     * Opens the window and waits until it is closed. Once in the life of a program. When the waiting thread is interrupted
     * a recording is ended properly, and settings are saved.
     *
     * @throws UserException        when there is no display
     * @throws InterruptedException when the waiting thread was interrupted
     */
    public static void open(WindowOptions options) throws InterruptedException {
        if (!hasDisplay(options.environment(), options.properties())) {
            throw new UserException(NO_DISPLAY);
        }
        CompletableFuture<MainWindow> opened = new CompletableFuture<>();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        // Read while the toolkit starts.
        FutureTask<BodyModel> body = new FutureTask<>(DefaultBody::read);
        Thread.ofPlatform().name("posescope-body-reader").daemon().start(body);
        HeapBound.allow(HeapBound.WINDOW_BYTES);
        startToolkit(() -> show(options, body, opened, closed));
        try {
            closed.get();
        } catch (InterruptedException e) {
            // The program is being ended, and the toolkit with it: to wait for its exit would be to wait for the end of patience.
            Optional.ofNullable(opened.getNow(null)).ifPresent(MainWindow::end);
            throw e;
        } catch (ExecutionException e) {
            Platform.exit();
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
        Platform.exit();
    }

    /**
     * Whether a window can be seen: other systems than Linux always have a display.
     *
     * @param environment of the process
     * @param properties  of the Java system
     */
    public static boolean hasDisplay(Map<String, String> environment, Properties properties) {
        boolean linux = properties.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        boolean onScreen = properties.getProperty(GLASS_PLATFORM) == null;
        return !linux || !onScreen || !environment.getOrDefault("DISPLAY", "").isBlank();
    }

    private static void startToolkit(Runnable first) {
        // JavaFX runs well from the class path; only a mixture with another JavaFX, which this program has not, would be a fault.
        Logger toolkit = Logger.getLogger("javafx");
        toolkit.setFilter(record -> !record.getMessage().startsWith("Unsupported JavaFX configuration"));
        try {
            Platform.startup(first);
        } catch (UnsupportedOperationException e) {
            throw new UserException("the window cannot be opened: " + e.getMessage()
                    + "; without a window use `posescope run -i FILE -o OUT.mp4 --no-show`", e);
        }
    }

    private static void show(WindowOptions options, Future<BodyModel> body,
            CompletableFuture<MainWindow> opened, CompletableFuture<Void> closed) {
        try {
            Platform.setImplicitExit(false);
            Thread.currentThread().setUncaughtExceptionHandler(new FxFailures(
                    sentence -> Optional.ofNullable(opened.getNow(null)).ifPresent(window -> window.warn(sentence))));
            Services services = Services.ofUser(options.models(), options.npm(), body.get(), options.environment(),
                    options.properties());
            MainWindow window = new MainWindow(new Stage(), services, options.input(),
                    () -> closed.complete(null));
            opened.complete(window);
            window.logFrom(options.log());
            options.avatar().ifPresent(window::wear);
            window.show();
        } catch (ExecutionException e) {
            closed.completeExceptionally(e.getCause());
        } catch (InterruptedException | RuntimeException | LinkageError e) {
            closed.completeExceptionally(e);
        }
    }
}
