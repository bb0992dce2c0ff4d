package org.posescope.pipeline;

import org.posescope.pipeline.playback.PendingFrame;

/** Gives the admission thread its frames. */
interface Feed extends AutoCloseable {
    /** Lets the source be read. */
    void start();

    /**
     * The next frame to admit, held by the caller; null at the end.
     *
     * @throws RuntimeException what the source threw, once its frames are taken
     */
    PendingFrame take() throws InterruptedException;

    /** Closes the source, which ends a waiting {@link #take}. Does nothing the second time. */
    @Override
    void close();

    /** Waits until nothing reads the source any more; false when the time is over before. */
    boolean awaitEnd(long deadlineNanos) throws InterruptedException;
}
