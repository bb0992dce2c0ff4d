package org.posescope.app.render;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

import org.posescope.frame.SourceInfo;
import org.posescope.frame.source.Span;

/** Makes a video of a clip, which may take as long as the clip or longer. */
@FunctionalInterface
public interface RenderWork {
    /**
     * A video that was made.
     *
     * @param warnings what the user should know of it, one sentence each
     */
    record Rendered(Path file, List<String> warnings) {
        public Rendered {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Makes it.
     *
     * @param span   of the clip
     * @param frames told how many frames are written so far, on any thread
     * @throws org.posescope.error.UserException when it cannot be done; nothing is left behind then
     * @throws InterruptedException              when it was cancelled, likewise
     */
    Rendered run(SourceInfo source, Span span, LongConsumer frames) throws InterruptedException;
}
