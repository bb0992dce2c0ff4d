package org.posescope.pipeline;

import org.posescope.pipeline.metrics.Metrics;
import org.posescope.pipeline.playback.PendingFrame;
import org.posescope.pipeline.playback.Playback;

/** Takes every frame, when the pipeline has a place for it; that of a file is read while the frame before is worked on. */
final class ExactFeed implements Feed {
    private final Playback playback;
    private final Metrics metrics;

    ExactFeed(Playback playback, Metrics metrics) {
        this.playback = playback;
        this.metrics = metrics;
    }

    @Override
    public void start() {}

    @Override
    public void readAhead() throws InterruptedException {
        playback.readAhead();
    }

    @Override
    public void forgetAhead() {
        playback.forgetAhead();
    }

    @Override
    public PendingFrame take() throws InterruptedException {
        PendingFrame taken = playback.next();
        if (taken != null) {
            metrics.read(taken.readNanos());
        }
        return taken;
    }

    @Override
    public void close() {
        playback.close();
    }

    @Override
    public boolean awaitEnd(long deadlineNanos) {
        return true;
    }
}
