package org.posescope.app.work;

import java.util.function.Consumer;

/** A piece of work that takes time. */
@FunctionalInterface
public interface Work<T> {
    /**
     * Does the work, on the thread of its kind.
     *
     * @param progress may be told on any thread and as often as wanted; on this thread it throws
     *                 {@link java.util.concurrent.CancellationException} once the work was cancelled, so that work which waits for
     *                 nothing ends there
     * @throws org.posescope.error.UserException when it cannot be done
     * @throws InterruptedException              when it was cancelled; nothing half-done is left then
     */
    T run(Consumer<Progress> progress) throws InterruptedException;
}
