package org.posescope.app;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

import org.posescope.app.main.MainWindow;
import org.posescope.app.main.Services;
import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.error.UserException;

import javafx.application.Platform;
import javafx.stage.Stage;

/** Opens the window of the program. */
public final class Window {
    private static final String GLASS_PLATFORM = "glass.platform";
    private static final String NO_DISPLAY = "there is no display for the window (DISPLAY is not set); without one use "
            + "`posescope run -i FILE -o OUT.mp4 --no-show`, or start the window under xvfb-run";

    private Window() {}

    /**
     * Opens the window and waits until it is closed. Once in the life of a program.
     *
     * @throws UserException        when there is no display
     * @throws InterruptedException when the waiting thread was interrupted
     */
    public static void open(WindowOptions options) throws InterruptedException {
        requireDisplay(options);
        CompletableFuture<Void> closed = new CompletableFuture<>();
        // Read while the toolkit starts.
        FutureTask<BodyModel> body = new FutureTask<>(DefaultBody::read);
        Thread.ofPlatform().name("posescope-body-reader").daemon().start(body);
        startToolkit(() -> show(options, body, closed));
        try {
            closed.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            Platform.exit();
        }
    }

    private static void requireDisplay(WindowOptions options) {
        boolean linux = options.properties().getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        boolean onScreen = options.properties().getProperty(GLASS_PLATFORM) == null;
        if (linux && onScreen && options.environment().getOrDefault("DISPLAY", "").isBlank()) {
            throw new UserException(NO_DISPLAY);
        }
    }

    private static void startToolkit(Runnable first) {
        try {
            Platform.startup(first);
        } catch (UnsupportedOperationException e) {
            throw new UserException("the window cannot be opened: " + e.getMessage()
                    + "; without a window use `posescope run -i FILE -o OUT.mp4 --no-show`", e);
        }
    }

    private static void show(WindowOptions options, Future<BodyModel> body, CompletableFuture<Void> closed) {
        try {
            Platform.setImplicitExit(false);
            Services services = Services.ofUser(options.models(), options.npm(), body.get(), options.environment(),
                    options.properties());
            MainWindow window = new MainWindow(new Stage(), services, () -> closed.complete(null));
            window.show(options.input());
        } catch (ExecutionException e) {
            closed.completeExceptionally(e.getCause());
        } catch (InterruptedException | RuntimeException e) {
            closed.completeExceptionally(e);
        }
    }
}
