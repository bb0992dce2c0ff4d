package org.posescope.app.player;

import java.util.function.Consumer;

import org.posescope.frame.FrameSource;

/** Opens what the user names. */
@FunctionalInterface
public interface SourceOpener {
    /**
     * @param news told in one sentence when a camera was lost and when it is back
     * @throws org.posescope.error.UserException when it cannot be opened
     */
    FrameSource open(String input, Consumer<String> news);
}
