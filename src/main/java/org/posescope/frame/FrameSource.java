package org.posescope.frame;

import java.util.List;

/**
 * A sequence of frames. Used by one thread at a time; {@link #close} may come from any thread and ends a blocked
 * {@link #next}.
 */
public interface FrameSource extends AutoCloseable {
    /** What was known when it was opened. Any thread may ask, and never waits. */
    SourceInfo info();

    /**
     * The next frame, held by the caller, or null at the end.
     *
     * @throws org.posescope.error.UserException when the source breaks in a way that ends it, for example a camera that was
     *                                           unplugged; a damaged picture inside a video is skipped and told by
     *                                           {@link #warnings}
     */
    Frame next();

    /**
     * Goes on at the first frame whose presentation time is not before {@code ptsMicros} within one pass of the source.
     *
     * @throws UnsupportedOperationException when the source is not seekable
     */
    void seek(long ptsMicros);

    /** What was wrong with the source so far, one sentence each, for example that a file was cut off. */
    List<String> warnings();

    /** The files that gave no frame so far, in their order; their indices are left free. */
    default List<UnreadablePicture> unreadable() {
        return List.of();
    }

    @Override
    void close();
}
