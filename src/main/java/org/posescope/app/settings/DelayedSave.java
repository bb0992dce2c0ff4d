package org.posescope.app.settings;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Saves the last of several quick changes, on a thread of its own, a moment after it was made. Thread-safe. */
public final class DelayedSave implements AutoCloseable {
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
            scheduled = thread.schedule(this::flush, delay.toMillis(), TimeUnit.MILLISECONDS);
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
