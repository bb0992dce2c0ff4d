package org.posescope.bench;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.PixelBlock;
import org.posescope.frame.SourceInfo;

/** Pictures without people that cost nothing to decode: a grey ramp that moves with the frames. */
public final class DummySource implements FrameSource {
    private static final double FPS = 30;
    private static final int OPAQUE_GREY = 0xFF010101;

    private final int width;
    private final int height;
    private final FramePool pool;
    private long index;

    public DummySource(int width, int height, FramePool pool) {
        this.width = width;
        this.height = height;
        this.pool = pool;
    }

    @Override
    public SourceInfo info() {
        return new SourceInfo("dummy:" + width + "x" + height, SourceInfo.Kind.VIDEO, width, height, FPS, -1, -1, true);
    }

    @Override
    public Frame next() {
        PixelBlock block = pool.acquire(width, height);
        MemorySegment pixels = block.pixels();
        long rowBytes = 4L * width;
        for (int x = 0; x < width; x++) {
            int level = (int) ((x + index) & 0xFF);
            pixels.set(ValueLayout.JAVA_INT, 4L * x, 0xFF000000 | (OPAQUE_GREY & 0xFFFFFF) * level);
        }
        for (int y = 1; y < height; y++) {
            MemorySegment.copy(pixels, 0, pixels, y * rowBytes, rowBytes);
        }
        return new Frame(block, index, Math.round(index++ * 1e6 / FPS), System.nanoTime());
    }

    @Override
    public void seek(long ptsMicros) {
        index = Math.round(ptsMicros * FPS / 1e6);
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public void close() {}
}
