package org.posescope.app.work;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The background work of a window, one {@link BackgroundWork} a kind. Thread-safe. */
public final class WorkThreads {
    private static final Logger LOG = LoggerFactory.getLogger(WorkThreads.class);

    private final Executor owner;
    private final Map<WorkKind, BackgroundWork> works = new EnumMap<>(WorkKind.class);

    /** @param owner runs tasks on the thread of the window */
    public WorkThreads(Executor owner) {
        this.owner = owner;
    }

    /** Always the same for a kind. */
    public synchronized BackgroundWork of(WorkKind kind) {
        return works.computeIfAbsent(kind, wanted -> new BackgroundWork(wanted, owner));
    }

    private synchronized List<Map.Entry<WorkKind, BackgroundWork>> all() {
        return List.copyOf(works.entrySet());
    }

    /**
     * Ends all of it, see {@link BackgroundWork#end}, and waits until none runs any more.
     *
     * @param patience for all together; what takes longer is left behind and logged
     */
    public void end(Duration patience) throws InterruptedException {
        all().forEach(entry -> entry.getValue().end());
        long end = System.nanoTime() + patience.toNanos();
        for (Map.Entry<WorkKind, BackgroundWork> entry : all()) {
            if (!entry.getValue().await(Duration.ofNanos(end - System.nanoTime()))) {
                LOG.warn("{} did not end within {}", entry.getKey(), patience);
            }
        }
    }
}
