package org.posescope.report;

import java.util.List;
import java.util.Optional;

import org.posescope.pipeline.EngineListener.FrameResult;

/** Counts the frames of a run in which people could not be looked for, or not in time, and remembers why. Thread-safe. */
public final class FailedFrames {
    private long frames;
    private Optional<Throwable> first = Optional.empty();

    public synchronized void add(FrameResult result) {
        if (result.cause().isPresent()) {
            frames++;
            first = first.or(result::cause);
        }
    }

    /** What the user is to know of it, in no or one sentence. */
    public synchronized List<String> sentences() {
        return first.map(cause -> frames == 1
                ? "1 frame failed because " + cause.getMessage()
                : frames + " frames failed; the first because " + cause.getMessage()).stream().toList();
    }
}
