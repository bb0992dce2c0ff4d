package org.posescope.frame;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reuses the off-heap memory of frames, and frees what was not needed for a while. One owner closes it; blocks still
 * referenced then are freed with their last release. Thread-safe.
 */
public final class FramePool implements AutoCloseable {
    private static final int MAX_IDLE = 16;
    /** Six pictures of 2160 lines. */
    private static final long MAX_IDLE_BYTES = 192L << 20;

    /** After so many pictures, blocks go that were idle all the while; at 25 frames a second some seconds. */
    private static final int PERIOD = 100;

    private final Deque<PixelBlock> idle = new ArrayDeque<>();
    private long idleBytes;
    /** Since the last period. */
    private int fewestIdle;
    /** Pictures since the last period. */
    private int asked;
    private int lent;
    private boolean closed;

    /**
     * A block for a picture of {@code width} x {@code height} pixels; its content is undefined. The caller holds its one
     * reference.
     *
     * @throws IllegalStateException    when the pool is closed
     * @throws IllegalArgumentException when a side is not positive or the picture is larger than 2 GiB
     */
    public PixelBlock acquire(int width, int height) {
        if (width <= 0 || height <= 0 || (long) width * height > Integer.MAX_VALUE / PixelBlock.BYTES_PER_PIXEL) {
            throw new IllegalArgumentException("no frame can be " + width + " x " + height + " pixels");
        }
        PixelBlock block = takeIdle(width, height);
        if (block == null) {
            block = new PixelBlock(this, width, height);
            lend();
        }
        block.activate();
        return block;
    }

    private synchronized void lend() {
        lent++;
    }

    /** An idle block of that size, lent already, or null; blocks of another size are freed on the way. */
    private synchronized PixelBlock takeIdle(int width, int height) {
        if (closed) {
            throw new IllegalStateException("the frame pool is closed");
        }
        PixelBlock taken = null;
        while (taken == null && !idle.isEmpty()) {
            PixelBlock candidate = idle.pop();
            idleBytes -= candidate.bytes();
            if (candidate.width() == width && candidate.height() == height) {
                lent++;
                taken = candidate;
            } else {
                candidate.free();
            }
        }
        fewestIdle = Math.min(fewestIdle, idle.size());
        if (++asked == PERIOD) {
            freeUnneeded();
        }
        return taken;
    }

    /** What was given back last is lent first, so those that nobody needed are the last ones. */
    private void freeUnneeded() {
        for (int i = 0; i < fewestIdle; i++) {
            PixelBlock block = idle.removeLast();
            idleBytes -= block.bytes();
            block.free();
        }
        fewestIdle = idle.size();
        asked = 0;
    }

    synchronized void giveBack(PixelBlock block) {
        lent--;
        if (closed || idle.size() >= MAX_IDLE || idleBytes + block.bytes() > MAX_IDLE_BYTES) {
            block.free();
        } else {
            idle.push(block);
            idleBytes += block.bytes();
        }
    }

    /** Memory of blocks that nobody holds and that wait for the next picture. */
    synchronized long idleBytes() {
        return idleBytes;
    }

    /** Blocks that somebody still holds. */
    public synchronized int lent() {
        return lent;
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(PixelBlock::free);
        idle.clear();
        idleBytes = 0;
    }
}
