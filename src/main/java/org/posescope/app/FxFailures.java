package org.posescope.app;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of exceptions that nobody caught on the FX thread: each kind is logged and told once, because what fails in one pulse
 * fails in the next. FX thread.
 */
final class FxFailures implements UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FxFailures.class);

    private final Consumer<String> tell;
    private final Set<String> known = new HashSet<>();

    /** @param tell gets one sentence for the user */
    FxFailures(Consumer<String> tell) {
        this.tell = tell;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        if (known.add(failure.toString())) {
            LOG.error("part of the window failed", failure);
            tell.accept("Part of the window failed (" + failure + ").");
        }
    }
}
