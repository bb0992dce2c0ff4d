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
    public Taken take() throws InterruptedException {
        long start = System.nanoTime();
        Taken taken = playback.next();
        if (taken != null) {
            metrics.read(System.nanoTime() - start);
        }
        return taken;
    }

    @Override
    public void close() {
        playback.close();
    }
}
