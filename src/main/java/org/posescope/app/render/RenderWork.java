package org.posescope.app.render;

import java.nio.file.Path;
import java.util.function.LongConsumer;

import org.posescope.app.player.Span;
import org.posescope.frame.SourceInfo;

/** Makes a video of a clip, which may take as long as the clip or longer. */
@FunctionalInterface
public interface RenderWork {
    /**
     * Makes it and gives its file.
     *
     * @param span   of the clip
     * @param frames told how many frames are written so far, on any thread
     * @throws org.posescope.error.UserException when it cannot be done; nothing is left behind then
     * @throws InterruptedException              when it was cancelled, likewise
     */
    Path run(SourceInfo source, Span span, LongConsumer frames) throws InterruptedException;
}
