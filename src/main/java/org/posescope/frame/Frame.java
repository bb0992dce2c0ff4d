package org.posescope.frame;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * One picture of a source. Reference counted: every holder calls {@link #close} once, {@link #retain} makes one more
 * holder. The pixels may be written only by a holder that knows it is the only one.
 */
public final class Frame implements AutoCloseable {
    private final PixelBlock block;
    private final long index;
    private final long ptsMicros;
    private final long positionMicros;
    private final long capturedAtNanos;
    private final Optional<PictureFile> file;

    /**
     * Takes over the caller's reference to {@code block}.
     *
     * @param index           position in the source, counted from 0 and never reset by loops
     * @param ptsMicros       presentation time in microseconds from the start of the source; grows with the index unless the
     *                        source seeks
     * @param capturedAtNanos {@link System#nanoTime} when the picture was complete in memory
     */
    public Frame(PixelBlock block, long index, long ptsMicros, long capturedAtNanos) {
        this(block, index, ptsMicros, ptsMicros, capturedAtNanos, Optional.empty());
    }

    private Frame(PixelBlock block, long index, long ptsMicros, long positionMicros, long capturedAtNanos,
            Optional<PictureFile> file) {
        this.block = block;
        this.index = index;
        this.ptsMicros = ptsMicros;
        this.positionMicros = positionMicros;
        this.capturedAtNanos = capturedAtNanos;
        this.file = file;
    }

    public int width() {
        return block.width();
    }

    public int height() {
        return block.height();
    }

    /** Bytes from one row to the next, always {@code 4 * width}. */
    public int stride() {
        return block.width() * PixelBlock.BYTES_PER_PIXEL;
    }

    public long index() {
        return index;
    }

    public long ptsMicros() {
        return ptsMicros;
    }

    /** Where in one pass of the source the picture is, microseconds from its first picture, however often it was repeated. */
    public long positionMicros() {
        return positionMicros;
    }

    public long capturedAtNanos() {
        return capturedAtNanos;
    }

    /** What the picture was read from; empty where it is one of many in a file, or of a camera. */
    public Optional<PictureFile> file() {
        return file;
    }

    /** The same picture, told to be of a file; takes over the caller's reference. */
    public Frame readFrom(PictureFile origin) {
        return new Frame(block, index, ptsMicros, positionMicros, capturedAtNanos, Optional.of(origin));
    }

    /**
     * BGRA bytes, row-major, packed, owned by the frame.
     *
     * @throws IllegalStateException after the last holder closed it
     */
    public MemorySegment pixels() {
        return block.pixels();
    }

    /** The same picture at another place of a sequence; takes over the caller's reference, so that only one is closed. */
    public Frame movedTo(long newIndex, long newPtsMicros) {
        return new Frame(block, newIndex, newPtsMicros, positionMicros, capturedAtNanos, file);
    }

    /** Another picture of the same moment; takes over the caller's reference to {@code other}. */
    public Frame showing(PixelBlock other) {
        return new Frame(other, index, ptsMicros, positionMicros, capturedAtNanos, file);
    }

    /** One more holder of the same pixels. */
    public Frame retain() {
        block.retain();
        return this;
    }

    @Override
    public void close() {
        block.release();
    }
}
