package org.posescope.pipeline.playback;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;

/**
 * Plays a source: pause, single steps, seek, speed and change of source while one thread takes the frames. Commands come from
 * any thread, wait for nothing, and take effect before the next frame. Owns its source.
 */
public final class Playback implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Transport transport = new Transport();
    private final AtomicLong epoch = new AtomicLong();
    private final SourceReader reader = new SourceReader(this::superseded);
    private final boolean paced;
    private final boolean holdAtEnd;
    private FrameSource source;
    private int sourceNumber;
    private boolean closed;

    /**
     * Takes over the source.
     *
     * @param paced     whether frames come at their own pace (never for cameras, which have one) or as fast as they are taken
     * @param holdAtEnd whether the end waits for a seek or another source instead of ending the run
     */
    public Playback(FrameSource source, boolean paced, boolean holdAtEnd) {
        this.source = source;
        this.paced = paced;
        this.holdAtEnd = holdAtEnd;
    }

    /**
     * Reads the next frame of a file, unless that is paused, so that {@link #next} finds it ready. The thread that takes the frames calls
     * this, and {@link #forgetAhead} when it takes no more.
     *
     * @throws org.posescope.error.UserException when the source broke
     */
    public void readAhead() throws InterruptedException {
        SourceReader.Reading wanted = null;
        lock.lockInterruptibly();
        try {
            if (!closed && !reader.isAhead() && !source.info().kind().live() && transport.reads(false)) {
                wanted = reading();
            }
        } finally {
            lock.unlock();
        }
        if (wanted != null) {
            reader.readAhead(wanted);
        }
    }

    /** Releases a frame that was read ahead. */
    public void forgetAhead() {
        reader.forgetAhead();
    }

    /**
     * The next frame when it is due, or null at the end or when closed. One thread calls this.
     *
     * @throws org.posescope.error.UserException when the source broke
     */
    public PendingFrame next() throws InterruptedException {
        while (true) {
            SourceReader.Read read = nextRead();
            if (read == null) {
                return null;
            }
            if (read.frame().isEmpty()) {
                if (ends(read.wanted())) {
                    return null;
                }
            } else {
                PendingFrame taken = takenWhenDue(read.wanted(), read.frame().get(), read.nanos());
                if (taken != null) {
                    return taken;
                }
            }
        }
    }

    /** What was read ahead, or else is read now; null when closed. */
    private SourceReader.Read nextRead() throws InterruptedException {
        if (reader.isAhead()) {
            return reader.takeAhead();
        }
        SourceReader.Reading wanted = nextReading();
        return wanted == null ? null : reader.read(wanted);
    }

    /** Waits until the source is to be read; null when closed. */
    private SourceReader.Reading nextReading() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && !transport.reads(source.info().kind().live())) {
                changed.await();
            }
            return closed ? null : reading();
        } finally {
            lock.unlock();
        }
    }

    /** Holding the lock. */
    private SourceReader.Reading reading() {
        return new SourceReader.Reading(source, sourceNumber, transport.takeSeek());
    }

    /** How long the source has been at the frame that is read now. */
    public long readingNanos(long now) {
        return reader.busyNanos(now);
    }

    private boolean superseded(SourceReader.Reading wanted) {
        return asked(() -> closed || sourceNumber != wanted.sourceNumber());
    }

    /** Notes that the source has no more frames; whether the run ends with that. */
    private boolean ends(SourceReader.Reading wanted) {
        lock.lock();
        try {
            if (closed) {
                return true;
            }
            if (sourceNumber != wanted.sourceNumber() || transport.seekAsked()) {
                return false;
            }
            transport.ended();
            return !holdAtEnd;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the frame is due, or releases it because something else was asked for meanwhile and gives null. */
    private PendingFrame takenWhenDue(SourceReader.Reading wanted, Frame frame, long readNanos)
            throws InterruptedException {
        PendingFrame taken = null;
        try {
            lock.lockInterruptibly();
            try {
                if (awaitDue(wanted, frame)) {
                    transport.given();
                    SourceInfo info = wanted.source().info();
                    long since = info.kind().live() ? frame.capturedAtNanos() : System.nanoTime();
                    taken = new PendingFrame(frame, info, epoch.get(), readNanos, since);
                }
            } finally {
                lock.unlock();
            }
        } finally {
            if (taken == null) {
                frame.close();
            }
        }
        return taken;
    }

    /** Holding the lock; false when the frame is not wanted any more. */
    private boolean awaitDue(SourceReader.Reading wanted, Frame frame) throws InterruptedException {
        boolean live = wanted.source().info().kind().live();
        while (!closed && sourceNumber == wanted.sourceNumber() && !transport.seekAsked()) {
            if (!transport.gives()) {
                if (live) {
                    return false;
                }
                changed.await();
            } else {
                long wait = paced && !live ? transport.waitFor(frame.ptsMicros(), System.nanoTime()) : 0;
                if (wait == 0) {
                    return true;
                }
                long _ = changed.awaitNanos(wait);
            }
        }
        return false;
    }

    /** Raised whenever the frames from now on have nothing to do with those before. */
    public long epoch() {
        return epoch.get();
    }

    /** Marks all frames taken so far as belonging to the past, for example because the models change. */
    public void raiseEpoch() {
        command(epoch::incrementAndGet);
    }

    /** Gives no more frames; those of a camera are gone then. */
    public void pause() {
        command(transport::pause);
    }

    public void resume() {
        command(transport::resume);
    }

    public boolean paused() {
        return asked(transport::paused);
    }

    /** Shows one more frame of a paused source. */
    public void step() {
        command(transport::step);
    }

    /** Plays at 0.25 to 4 times the source's own pace. */
    public void speed(double speed) {
        command(() -> transport.speed(speed, System.nanoTime()));
    }

    /**
     * Goes on at a presentation time; a paused source shows the frame there.
     *
     * @throws UnsupportedOperationException when the source is not seekable
     */
    public void seek(long ptsMicros) {
        command(() -> {
            if (!source.info().seekable()) {
                throw new UnsupportedOperationException(source.info().uri() + " is not seekable");
            }
            epoch.incrementAndGet();
            transport.seek(ptsMicros);
        });
    }

    /**
     * Goes on with another source, which is taken over; a paused playback shows its first frame. The source before is closed on
     * the calling thread, which ends a read that waits for it.
     */
    public void changeSource(FrameSource newSource) {
        FrameSource unwanted;
        lock.lock();
        try {
            unwanted = closed ? newSource : source;
            if (!closed) {
                source = newSource;
                sourceNumber++;
                epoch.incrementAndGet();
                transport.restart();
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
        unwanted.close();
    }

    private void command(Runnable request) {
        lock.lock();
        try {
            request.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private <T> T asked(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    /** What plays now. */
    public SourceInfo info() {
        return asked(() -> source.info());
    }

    /** Ends a waiting {@link #next} and closes the source. */
    @Override
    public void close() {
        FrameSource last;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            last = source;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        last.close();
    }
}
