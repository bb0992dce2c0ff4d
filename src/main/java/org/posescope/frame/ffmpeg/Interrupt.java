package org.posescope.frame.ffmpeg;

import java.time.Duration;

import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Ends calls of FFmpeg that wait for data: at a deadline, or when another thread cancels. FFmpeg asks it again and again
 * while it waits ({@code AVIOInterruptCB} of {@code libavformat/avio.h}).
 * <p>
 * The state lies in native memory because one native callback serves all instances; JavaCPP has room for ten only.
 */
final class Interrupt implements AutoCloseable {
    private static final int DEADLINE = 0;
    private static final int CANCELLED = 1;
    private static final int SLOTS = 2;
    private static final long NO_DEADLINE = Long.MAX_VALUE;
    private static final Question QUESTION = new Question();

    private final LongPointer state = new LongPointer(SLOTS).put(DEADLINE, NO_DEADLINE).put(CANCELLED, 0);

    /** Makes FFmpeg ask this object; it must outlive whatever {@code callback} belongs to. */
    void attachTo(AVIOInterruptCB callback) {
        callback.callback(QUESTION).opaque(state);
    }

    /** Starts a new deadline; null: none. A cancelled object stays cancelled. */
    void allow(Duration patience) {
        state.put(DEADLINE, patience == null ? NO_DEADLINE : System.nanoTime() + patience.toNanos());
    }

    /** From any thread, before {@link #close}; seen by the waiting thread with its next question. */
    void cancel() {
        state.put(CANCELLED, 1);
    }

    boolean cancelled() {
        return state.get(CANCELLED) != 0;
    }

    /** Whether to stop waiting, for either reason. */
    boolean due() {
        return due(state);
    }

    private static boolean due(LongPointer state) {
        long deadline = state.get(DEADLINE);
        return state.get(CANCELLED) != 0 || (deadline != NO_DEADLINE && System.nanoTime() - deadline > 0);
    }

    @Override
    public void close() {
        state.close();
    }

    private static final class Question extends AVIOInterruptCB.Callback_Pointer {
        @Override
        public int call(Pointer opaque) {
            return due(new LongPointer(opaque)) ? 1 : 0;
        }
    }
}
