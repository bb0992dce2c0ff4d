package org.posescope.pipeline;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;

/**
 * Plays a source: pause, single steps, seek, speed and change of source while one thread takes the frames. Commands return at
 * once and take effect before the next frame. Owns its source.
 */
public final class Playback implements AutoCloseable {
    private static final long NONE = Long.MIN_VALUE;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Pace pace = new Pace();
    private final boolean paced;
    private final boolean holdAtEnd;
    private FrameSource source;
    private FrameSource nextSource;
    private long seekMicros = NONE;
    private boolean paused;
    private int steps;
    private boolean atEnd;
    private boolean closed;
    private final AtomicLong epoch = new AtomicLong();

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
     * The next frame when it is due, or null at the end or when closed. One thread calls this.
     *
     * @throws UserException when the source broke
     */
    Taken next() throws InterruptedException {
        while (true) {
            long frameEpoch = prepare();
            if (frameEpoch == NONE) {
                return null;
            }
            // Only this thread replaces the source, so that it may be used here without the lock.
            Frame frame = source.next();
            if (frame == null) {
                if (!end()) {
                    return null;
                }
            } else if (due(frame, source.info())) {
                return new Taken(frame, source.info(), frameEpoch);
            } else {
                frame.close();
            }
        }
    }

    /** Waits out a pause and carries out what was asked for; the epoch of the next frame, or NONE when closed. */
    private long prepare() throws InterruptedException {
        FrameSource replaced = null;
        try {
            lock.lockInterruptibly();
            try {
                while (!closed && !wanted()) {
                    changed.await();
                }
                if (closed) {
                    return NONE;
                }
                if (nextSource != null) {
                    replaced = source;
                    source = nextSource;
                    nextSource = null;
                    pace.forget();
                }
                if (seekMicros != NONE) {
                    source.seek(seekMicros);
                    seekMicros = NONE;
                    pace.forget();
                }
                atEnd = false;
                steps = Math.max(0, steps - 1);
                return epoch.get();
            } finally {
                lock.unlock();
            }
        } finally {
            if (replaced != null) {
                replaced.close();
            }
        }
    }

    private boolean wanted() {
        boolean changeAsked = nextSource != null || seekMicros != NONE;
        return changeAsked || (!atEnd && (!paused || steps > 0));
    }

    /** Notes the end; false when it ends the run. */
    private boolean end() {
        lock.lock();
        try {
            atEnd = true;
            return (holdAtEnd && !closed) || nextSource != null || seekMicros != NONE;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a frame is due; false when something else was asked for meanwhile, so that it is not wanted any more. */
    private boolean due(Frame frame, SourceInfo info) throws InterruptedException {
        if (!paced || info.kind().live()) {
            return true;
        }
        lock.lockInterruptibly();
        try {
            long wait = paused ? 0 : pace.waitFor(frame.ptsMicros(), System.nanoTime());
            while (wait > 0 && !closed && nextSource == null && seekMicros == NONE && !paused) {
                wait = changed.awaitNanos(wait);
            }
            return !closed && nextSource == null && seekMicros == NONE;
        } finally {
            lock.unlock();
        }
    }

    /** Raised whenever the frames from now on have nothing to do with those before. */
    public long epoch() {
        return epoch.get();
    }

    /** Marks all frames taken so far as belonging to the past, for example because the models change. */
    void raiseEpoch() {
        change(() -> {});
    }

    public void pause() {
        lock.lock();
        try {
            paused = true;
            steps = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public void resume() {
        lock.lock();
        try {
            paused = false;
            pace.forget();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Shows one more frame of a paused source. */
    public void step() {
        lock.lock();
        try {
            steps++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Plays at 0.25 to 4 times the source's own pace. */
    public void speed(double speed) {
        if (!(speed >= 0.25 && speed <= 4)) {
            throw new IllegalArgumentException("a speed of " + speed + " is not between 0.25 and 4");
        }
        lock.lock();
        try {
            pace.speed(speed);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Goes on at a presentation time; a paused source shows the frame there. */
    public void seek(long ptsMicros) {
        change(() -> {
            seekMicros = ptsMicros;
            steps = Math.max(steps, 1);
        });
    }

    /** Goes on with another source, which is taken over. */
    public void changeSource(FrameSource newSource) {
        change(() -> {
            if (nextSource != null) {
                nextSource.close();
            }
            nextSource = newSource;
            seekMicros = NONE;
            steps = Math.max(steps, 1);
        });
    }

    private void change(Runnable request) {
        lock.lock();
        try {
            epoch.incrementAndGet();
            request.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public SourceInfo info() {
        lock.lock();
        try {
            return (nextSource == null ? source : nextSource).info();
        } finally {
            lock.unlock();
        }
    }

    /** Ends a waiting {@link #next} and closes the source. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            if (nextSource != null) {
                nextSource.close();
                nextSource = null;
            }
            source.close();
        } finally {
            lock.unlock();
        }
    }
}
