package org.posescope.testkit;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;

/**
 * Another source as a camera would give it: frames come at a set rate whether or not somebody is ready for them, and it is
 * not seekable. Owns the other source.
 */
public final class RatedSource implements FrameSource {
    private final FrameSource source;
    private final SourceInfo info;
    private final long periodNanos;
    private final CountDownLatch closed = new CountDownLatch(1);
    private long dueNanos = System.nanoTime();

    /** @param fps frames a second */
    public RatedSource(FrameSource source, double fps) {
        this.source = source;
        this.periodNanos = (long) (TimeUnit.SECONDS.toNanos(1) / fps);
        SourceInfo other = source.info();
        this.info = new SourceInfo(other.uri(), SourceInfo.Kind.CAMERA, other.width(), other.height(), fps, -1, -1,
                false);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    /** The next frame at its time; one that nobody waited for is gone. */
    @Override
    public Frame next() {
        dueNanos = Math.max(dueNanos + periodNanos, System.nanoTime() - periodNanos);
        try {
            if (closed.await(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
        return source.next();
    }

    @Override
    public void seek(long ptsMicros) {
        throw new UnsupportedOperationException("a camera is not seekable");
    }

    @Override
    public List<String> warnings() {
        return source.warnings();
    }

    @Override
    public void close() {
        closed.countDown();
        source.close();
    }
}
