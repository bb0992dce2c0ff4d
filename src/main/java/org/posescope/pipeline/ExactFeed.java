package org.posescope.pipeline;

/** Takes every frame, when the pipeline has a place for it. */
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
    public Taken take() throws InterruptedException {
        Taken taken = playback.next();
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
