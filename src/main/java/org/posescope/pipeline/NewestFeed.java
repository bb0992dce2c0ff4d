package org.posescope.pipeline;

import org.posescope.pipeline.metrics.DropReason;
import org.posescope.pipeline.metrics.Metrics;
import org.posescope.pipeline.playback.PendingFrame;
import org.posescope.pipeline.playback.Playback;

/**
 * Takes frames as they come, on a thread of its own, and keeps only the newest until the pipeline has a place. This is the one
 * point where frames are dropped; single pictures wait instead, because none stands for another.
 */
final class NewestFeed implements Feed {
    private final Playback playback;
    private final Metrics metrics;
    private final Thread reader;
    private PendingFrame newest;
    private Throwable failure;
    private boolean ended;

    NewestFeed(Playback playback, Metrics metrics, EngineThreads threads) {
        this.playback = playback;
        this.metrics = metrics;
        this.reader = threads.create("source", this::read);
    }

    @Override
    public void start() {
        reader.start();
    }

    private void read() {
        Throwable cause = null;
        try {
            for (PendingFrame taken = playback.next(); taken != null; taken = playback.next()) {
                metrics.read(taken.readNanos());
                put(taken);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            cause = e;
        } finally {
            end(cause);
        }
    }

    private synchronized void put(PendingFrame taken) throws InterruptedException {
        try {
            while (!ended && newest != null && taken.source().kind().still()) {
                wait();
            }
        } catch (InterruptedException e) {
            drop(taken, DropReason.CLOSED);
            throw e;
        }
        if (ended) {
            drop(taken, DropReason.CLOSED);
            return;
        }
        if (newest != null) {
            drop(newest, newest.epoch() < playback.epoch() ? DropReason.STALE : DropReason.SUPERSEDED);
        }
        newest = taken;
        notifyAll();
    }

    private void drop(PendingFrame taken, DropReason reason) {
        metrics.dropped(reason);
        taken.frame().close();
    }

    private synchronized void end(Throwable cause) {
        failure = cause;
        ended = true;
        notifyAll();
    }

    /** The newest frame is always ready. */
    @Override
    public void readAhead() {}

    @Override
    public void forgetAhead() {}

    @Override
    public synchronized PendingFrame take() throws InterruptedException {
        while (newest == null && !ended) {
            wait();
        }
        if (newest == null) {
            throwFailure();
        }
        PendingFrame taken = newest;
        newest = null;
        notifyAll();
        return taken;
    }

    private void throwFailure() {
        switch (failure) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> {
                // The source ended as it should.
            }
        }
    }

    @Override
    public void close() {
        try {
            playback.close();
        } finally {
            reader.interrupt();
            synchronized (this) {
                ended = true;
                if (newest != null) {
                    drop(newest, DropReason.CLOSED);
                    newest = null;
                }
                notifyAll();
            }
        }
    }

    @Override
    public boolean awaitEnd(long deadlineNanos) throws InterruptedException {
        return EngineThreads.join(reader, deadlineNanos);
    }
}
