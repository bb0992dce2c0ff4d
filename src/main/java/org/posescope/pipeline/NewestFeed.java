package org.posescope.pipeline;

import java.util.function.LongSupplier;

/**
 * Takes frames as they come, on a thread of its own, and keeps only the newest until the pipeline has a place. This is the one
 * point where frames are dropped.
 */
final class NewestFeed implements Feed {
    static final String SUPERSEDED = "superseded";
    static final String STALE = "stale";

    private final Playback playback;
    private final Metrics metrics;
    private final LongSupplier epoch;
    private final Thread reader = new Thread(this::read, "posescope-source");
    private Taken newest;
    private RuntimeException failure;
    private boolean ended;

    NewestFeed(Playback playback, Metrics metrics) {
        this.playback = playback;
        this.metrics = metrics;
        this.epoch = playback::epoch;
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try {
            long start = System.nanoTime();
            for (Taken taken = playback.next(); taken != null; taken = playback.next()) {
                metrics.read(System.nanoTime() - start);
                put(taken);
                start = System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            fail(e);
        } finally {
            end();
        }
    }

    private synchronized void put(Taken taken) {
        if (ended) {
            taken.frame().close();
            return;
        }
        drop();
        newest = taken;
        notifyAll();
    }

    private void drop() {
        if (newest != null) {
            metrics.dropped(newest.epoch() < epoch.getAsLong() ? STALE : SUPERSEDED);
            newest.frame().close();
            newest = null;
        }
    }

    private synchronized void fail(RuntimeException e) {
        failure = e;
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    @Override
    public synchronized Taken take() throws InterruptedException {
        while (newest == null && !ended) {
            wait();
        }
        if (newest == null && failure != null) {
            throw failure;
        }
        Taken taken = newest;
        newest = null;
        return taken;
    }

    @Override
    public void close() {
        playback.close();
        reader.interrupt();
        synchronized (this) {
            ended = true;
            drop();
            notifyAll();
        }
    }
}
