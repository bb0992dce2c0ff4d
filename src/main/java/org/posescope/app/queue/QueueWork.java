package org.posescope.app.queue;

import org.posescope.batch.BatchListener;

/** Works off a queue. */
@FunctionalInterface
interface QueueWork {
    /**
     * Waits until all videos have ended.
     *
     * @return how many failed or lost frames
     * @throws org.posescope.error.UserException when the folder cannot be written
     * @throws InterruptedException              when it was cancelled; what is done is kept
     */
    int run(QueueRequest request, BatchListener listener) throws InterruptedException;
}
