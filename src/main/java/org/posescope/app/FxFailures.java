package org.posescope.app;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of exceptions that nobody caught on the FX thread: each kind is logged and told once, because what fails in one pulse
 * fails in the next. FX thread.
 */
final class FxFailures implements UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FxFailures.class);

    private final BooleanSupplier ending;
    private final Consumer<String> tell;
    private final Set<String> known = new HashSet<>();

    /**
     * @param ending whether the program is being ended from outside
     * @param tell   gets one sentence for the user
     */
    FxFailures(BooleanSupplier ending, Consumer<String> tell) {
        this.ending = ending;
        this.tell = tell;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        if (failure instanceof RejectedExecutionException && ending.getAsBoolean()) {
            // The toolkit shuts its renderer down by a hook of its own while pulses still come.
            LOG.debug("a pulse came after the renderer had ended", failure);
        } else if (known.add(failure.toString())) {
            LOG.error("part of the window failed", failure);
            tell.accept("Part of the window failed (" + failure + ").");
        }
    }

    /** Whether the Java machine has begun to shut down, which only a refused hook tells. */
    static boolean programEnds() {
        Thread hook = Thread.ofPlatform().unstarted(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
