package org.posescope.testkit;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.PixelBlock;
import org.posescope.frame.SourceInfo;

/**
 * Small made-up frames, every pixel of which tells the frame's index, so that a frame that was released too early is found out.
 * May be told to break or to block at a frame.
 */
public final class FakeSource implements FrameSource {
    private static final int WIDTH = 8;
    private static final int HEIGHT = 6;
    private static final long MICROS = 1_000_000;
    private static final int NOWHERE = -1;

    private final FramePool pool;
    private final SourceInfo info;
    private final long frames;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch blocked = new CountDownLatch(1);
    private final AtomicInteger closings = new AtomicInteger();
    private volatile long failsAt = NOWHERE;
    private volatile long blocksAt = NOWHERE;
    private boolean complains;
    private List<String> warnings = List.of();
    private Semaphore permits = new Semaphore(Integer.MAX_VALUE);
    private long waitsAt = NOWHERE;
    private CountDownLatch waitsFor = new CountDownLatch(0);
    private volatile boolean waits;
    private long position;

    private FakeSource(FramePool pool, SourceInfo.Kind kind, long frames, double fps, boolean seekable) {
        this(pool, new SourceInfo("fake " + kind, kind, WIDTH, HEIGHT, fps, frames, duration(frames, fps), seekable));
    }

    private FakeSource(FramePool pool, SourceInfo info) {
        this.pool = pool;
        this.frames = info.frameCount();
        this.info = info;
    }

    private static long duration(long frames, double fps) {
        return fps > 0 ? (long) (frames * MICROS / fps) : -1;
    }

    /** A seekable video. */
    public static FakeSource video(FramePool pool, long frames, double fps) {
        return new FakeSource(pool, SourceInfo.Kind.VIDEO, frames, fps, true);
    }

    /** As {@link #video(FramePool, long, double)}, of another size. */
    public static FakeSource video(FramePool pool, long frames, double fps, int width, int height) {
        SourceInfo.Kind kind = SourceInfo.Kind.VIDEO;
        return new FakeSource(pool,
                new SourceInfo("fake " + kind, kind, width, height, fps, frames, duration(frames, fps), true));
    }

    /** A folder of images: no time, pictures that have nothing to do with each other. */
    public static FakeSource images(FramePool pool, long frames) {
        return new FakeSource(pool, SourceInfo.Kind.IMAGE_FOLDER, frames, 0, true);
    }

    /** As {@link #images(FramePool, long)}, of another size. */
    public static FakeSource images(FramePool pool, long frames, int width, int height) {
        SourceInfo.Kind kind = SourceInfo.Kind.IMAGE_FOLDER;
        return new FakeSource(pool, new SourceInfo("fake " + kind, kind, width, height, 0, frames, -1, true));
    }

    /** A camera that gives pictures as fast as they are taken; see {@link RatedSource} for one with a rate. */
    public static FakeSource camera(FramePool pool, long frames) {
        return new FakeSource(pool, SourceInfo.Kind.CAMERA, frames, 30, false);
    }

    /** As {@link #camera(FramePool, long)}, of another size. */
    public static FakeSource camera(FramePool pool, long frames, int width, int height) {
        SourceInfo.Kind kind = SourceInfo.Kind.CAMERA;
        return new FakeSource(pool, new SourceInfo("fake " + kind, kind, width, height, 30, frames, -1, false));
    }

    /** Throws instead of giving the frame at this position. */
    public FakeSource failsAt(long framePosition) {
        failsAt = framePosition;
        return this;
    }

    /** Waits before the frame at this position until it is closed. */
    public FakeSource blocksAt(long framePosition) {
        blocksAt = framePosition;
        return this;
    }

    /** Gives the frame at this position when the latch is open. */
    public FakeSource waitsAt(long framePosition, CountDownLatch latch) {
        waitsAt = framePosition;
        waitsFor = latch;
        return this;
    }

    /** Whether somebody has asked for the frame at which it waits. */
    public boolean waits() {
        return waits;
    }

    /** Begins with the frame at this position. */
    public FakeSource startsAt(long framePosition) {
        position = framePosition;
        return this;
    }

    /** Gives each frame only when the semaphore has a permit for it. */
    public FakeSource onPermit(Semaphore semaphore) {
        permits = semaphore;
        return this;
    }

    /** Says what is wrong with it. */
    public FakeSource warns(String... sentences) {
        warnings = List.of(sentences);
        return this;
    }

    /** Throws in a read that is under way when it is closed. */
    public FakeSource complainsWhenClosed() {
        complains = true;
        return this;
    }

    /** Waits until a reader waits at the position where this source blocks. */
    public void awaitBlocked() throws InterruptedException {
        blocked.await();
    }

    public int closings() {
        return closings.get();
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public Frame next() {
        if (position == blocksAt) {
            blocked.countDown();
            await(closed);
            if (complains) {
                throw new IllegalStateException("closed while it was read");
            }
        }
        if (position == waitsAt) {
            waits = true;
            await(waitsFor);
        }
        permits.acquireUninterruptibly();
        if (closed.getCount() == 0 || position >= frames) {
            return null;
        }
        if (position == failsAt) {
            throw new UserException("the fake source broke at frame " + position);
        }
        long pts = info.fps() > 0 ? Math.round(position * MICROS / info.fps()) : 0;
        PixelBlock block = pool.acquire(info.width(), info.height());
        paint(block.pixels(), position);
        return new Frame(block, position++, pts, System.nanoTime());
    }

    /** Not even an interrupt ends it. */
    private static void await(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void paint(MemorySegment pixels, long index) {
        for (long offset = 0; offset < pixels.byteSize(); offset += Integer.BYTES) {
            pixels.set(ValueLayout.JAVA_INT, offset, Long.hashCode(index + offset));
        }
    }

    /** Whether the pixels are still those that this source painted for the frame's index. */
    public static boolean intact(Frame frame) {
        return intact(frame, _ -> false);
    }

    /** As {@link #intact(Frame)}, or of a colour that somebody may have painted over them in a copy. */
    public static boolean intact(Frame frame, IntPredicate painted) {
        MemorySegment pixels = frame.pixels();
        for (long offset = 0; offset < pixels.byteSize(); offset += Integer.BYTES) {
            int pixel = pixels.get(ValueLayout.JAVA_INT, offset);
            if (pixel != Long.hashCode(frame.index() + offset) && !painted.test(pixel)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void seek(long ptsMicros) {
        if (!info.seekable()) {
            throw new UnsupportedOperationException(info.uri());
        }
        position = Math.max(0, (long) Math.ceil(ptsMicros * info.fps() / MICROS));
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public void close() {
        closings.incrementAndGet();
        closed.countDown();
    }
}
