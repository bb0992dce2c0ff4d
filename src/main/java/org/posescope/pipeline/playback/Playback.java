package org.posescope.pipeline.playback;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.pipeline.metrics.BusyClock;

/**
 * Plays a source: pause, single steps, seek, speed and change of source while one thread takes the frames. Commands come from
 * any thread, wait for nothing, and take effect before the next frame. Owns its source.
 */
public final class Playback implements AutoCloseable {
    private static final double SLOWEST = 0.25;
    private static final double FASTEST = 4;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Transport transport = new Transport();
    private final AtomicLong epoch = new AtomicLong();
    private final BusyClock reading = new BusyClock();
    private final boolean paced;
    private final boolean holdAtEnd;
    private FrameSource source;
    private int sourceNumber;
    private boolean closed;
    /** Of the thread that takes the frames. */
    private Optional<Read> ahead = Optional.empty();

    /** What to do for the next frame; the source is used without the lock, so that nobody waits for it. */
    private record Reading(FrameSource source, int sourceNumber, OptionalLong seekMicros) {}

    /** What a source gave; no frame at its end. */
    private record Read(Reading wanted, Optional<Frame> frame, long nanos) {}

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
        if (ahead.isPresent()) {
            return;
        }
        Reading wanted = null;
        lock.lockInterruptibly();
        try {
            if (!closed && !source.info().kind().live() && transport.reads(false)) {
                wanted = reading();
            }
        } finally {
            lock.unlock();
        }
        if (wanted != null) {
            ahead = Optional.of(read(wanted));
        }
    }

    /** Releases a frame that was read ahead. */
    public void forgetAhead() {
        ahead.flatMap(Read::frame).ifPresent(Frame::close);
        ahead = Optional.empty();
    }

    /**
     * The next frame when it is due, or null at the end or when closed. One thread calls this.
     *
     * @throws org.posescope.error.UserException when the source broke
     */
    public PendingFrame next() throws InterruptedException {
        while (true) {
            Read read = nextRead();
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
    private Read nextRead() throws InterruptedException {
        if (ahead.isPresent()) {
            Read ready = ahead.get();
            ahead = Optional.empty();
            return ready;
        }
        Reading wanted = nextReading();
        return wanted == null ? null : read(wanted);
    }

    /** Waits until the source is to be read; null when closed. */
    private Reading nextReading() throws InterruptedException {
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
    private Reading reading() {
        return new Reading(source, sourceNumber, transport.takeSeek());
    }

    private Read read(Reading wanted) {
        long start = System.nanoTime();
        Optional<Frame> frame = frame(wanted);
        return new Read(wanted, frame, System.nanoTime() - start);
    }

    private Optional<Frame> frame(Reading wanted) {
        reading.begin();
        try {
            wanted.seekMicros().ifPresent(wanted.source()::seek);
            return Optional.ofNullable(wanted.source().next());
        } catch (RuntimeException e) {
            if (superseded(wanted)) {
                // The source was closed under its reader because nobody wants its frames any more.
                return Optional.empty();
            }
            throw e;
        } finally {
            reading.end();
        }
    }

    /** How long the source has been at the frame that is read now. */
    public long readingNanos(long now) {
        return reading.nanos(now);
    }

    private boolean superseded(Reading wanted) {
        lock.lock();
        try {
            return closed || sourceNumber != wanted.sourceNumber();
        } finally {
            lock.unlock();
        }
    }

    /** Notes that the source has no more frames; whether the run ends with that. */
    private boolean ends(Reading wanted) {
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
    private PendingFrame takenWhenDue(Reading wanted, Frame frame, long readNanos) throws InterruptedException {
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
    private boolean awaitDue(Reading wanted, Frame frame) throws InterruptedException {
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
        lock.lock();
        try {
            return transport.paused();
        } finally {
            lock.unlock();
        }
    }

    /** Shows one more frame of a paused source. */
    public void step() {
        command(transport::step);
    }

    /** Plays at 0.25 to 4 times the source's own pace. */
    public void speed(double speed) {
        if (!(speed >= SLOWEST && speed <= FASTEST)) {
            throw new IllegalArgumentException("a speed of " + speed + " is not between 0.25 and 4");
        }
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

    /** What plays now. */
    public SourceInfo info() {
        lock.lock();
        try {
            return source.info();
        } finally {
            lock.unlock();
        }
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
