package org.posescope.pipeline;

/** Gives the admission thread its frames. */
interface Feed extends AutoCloseable {
    /** The next frame to admit, held by the caller; null at the end. */
    Taken take() throws InterruptedException;

    @Override
    void close();
}
