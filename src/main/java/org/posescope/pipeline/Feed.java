package org.posescope.pipeline;

import org.posescope.pipeline.playback.PendingFrame;

/** Gives the admission thread its frames. */
interface Feed extends AutoCloseable {
    /** Lets the source be read. */
    void start();

    /** Has the next frame ready, if that is not in vain, so that {@link #take} need not wait for it; on the thread that takes. */
    void readAhead() throws InterruptedException;

    /** Releases what was read ahead, when nothing is taken any more. */
    void forgetAhead();

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
