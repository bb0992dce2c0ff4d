package org.posescope.app.settings;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves the last of several quick changes, on a thread of its own, a moment after it was made. Thread-safe. */
public final class DelayedSave implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DelayedSave.class);

    private final Consumer<Settings> save;
    private final Duration delay;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("posescope-settings").daemon().factory());
    private Settings unsaved;
    private ScheduledFuture<?> scheduled;

    /** @param save called on the thread of this object, and at last on the closing thread */
    public DelayedSave(Consumer<Settings> save, Duration delay) {
        this.save = save;
        this.delay = delay;
    }

    /** Saves soon; once this was closed, at once. */
    public synchronized void changed(Settings settings) {
        unsaved = settings;
        if (thread.isShutdown()) {
            flush();
        } else if (scheduled == null || scheduled.isDone()) {
            scheduled = thread.schedule(this::save, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** What fails now is tried again with the next change and at the end. */
    private void save() {
        try {
            flush();
        } catch (RuntimeException e) {
            LOG.error("the settings were not saved", e);
        }
    }

    private synchronized void flush() {
        if (unsaved != null) {
            save.accept(unsaved);
            unsaved = null;
        }
    }

    /** Saves at once what was not saved yet. */
    @Override
    public synchronized void close() {
        thread.shutdown();
        flush();
    }
}
