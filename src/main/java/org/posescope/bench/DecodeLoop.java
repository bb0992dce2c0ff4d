package org.posescope.bench;

import java.util.function.Supplier;

import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;

/** Decodes to BGRA and does nothing with it. */
final class DecodeLoop {
    private final Supplier<FrameSource> source;

    DecodeLoop(Supplier<FrameSource> source) {
        this.source = source;
    }

    LoopFigures run() {
        long frames = 0;
        try (FrameSource frameSource = source.get()) {
            Stopwatch watch = new Stopwatch();
            for (Frame frame = frameSource.next(); frame != null; frame = frameSource.next()) {
                frame.close();
                frames++;
            }
            return watch.stop(frames);
        }
    }
}
