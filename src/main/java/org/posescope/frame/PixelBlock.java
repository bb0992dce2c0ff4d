package org.posescope.frame;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Off-heap memory of one picture, owned by a {@link FramePool}: BGRA, 8 bits a channel, row-major, rows packed
 * ({@code stride = 4 * width} bytes). Whoever acquires a block holds its one reference and either releases it or wraps it
 * into a {@link Frame}. Not safe for writing from several threads.
 */
public final class PixelBlock {
    public static final int BYTES_PER_PIXEL = 4;
    /**
     * Bytes after the last pixel that belong to the block but to no picture: vectorised native code writes whole vectors,
     * so that up to 60 bytes past the last pixel change when a width is no multiple of 16.
     */
    public static final int SLACK = 256;
    private static final long ALIGNMENT = 64;

    private final FramePool pool;
    private final int width;
    private final int height;
    private final Arena arena;
    private final MemorySegment pixels;
    private final AtomicInteger references = new AtomicInteger();

    PixelBlock(FramePool pool, int width, int height) {
        this.pool = pool;
        this.width = width;
        this.height = height;
        this.arena = Arena.ofShared();
        long size = (long) width * height * BYTES_PER_PIXEL;
        this.pixels = arena.allocate(size + SLACK, ALIGNMENT).asSlice(0, size);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    long bytes() {
        return (long) width * height * BYTES_PER_PIXEL;
    }

    /**
     * The pixels, {@code 4 * width * height} bytes.
     *
     * @throws IllegalStateException when nobody holds the block any more
     */
    public MemorySegment pixels() {
        if (references.get() <= 0) {
            throw new IllegalStateException("pixels used after their last reference was released");
        }
        return pixels;
    }

    void activate() {
        if (!references.compareAndSet(0, 1)) {
            throw new IllegalStateException("a pooled block is still referenced");
        }
    }

    void retain() {
        int before = references.getAndUpdate(n -> n > 0 ? n + 1 : n);
        if (before <= 0) {
            throw new IllegalStateException("retained after the last release");
        }
    }

    /**
     * Gives back one reference; the last one returns the memory to the pool.
     *
     * @throws IllegalStateException when released more often than retained
     */
    public void release() {
        int before = references.getAndUpdate(n -> n > 0 ? n - 1 : n);
        if (before <= 0) {
            throw new IllegalStateException("released more often than retained");
        }
        if (before == 1) {
            pool.giveBack(this);
        }
    }

    void free() {
        arena.close();
    }
}
