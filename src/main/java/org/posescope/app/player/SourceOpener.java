package org.posescope.app.player;

import java.util.function.Consumer;

import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceOptions;

/** Opens what the user names. */
@FunctionalInterface
public interface SourceOpener {
    /**
     * @param wanted of pictures and cameras; how many threads decode is the opener's choice
     * @param news   told in one sentence when a camera was lost and when it is back
     * @throws org.posescope.error.UserException when it cannot be opened
     */
    FrameSource open(String input, SourceOptions wanted, Consumer<String> news);
}
