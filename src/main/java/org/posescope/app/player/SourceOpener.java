package org.posescope.app.player;

import java.util.function.Consumer;

import org.posescope.frame.FrameSource;

/** Opens what the user names. */
@FunctionalInterface
public interface SourceOpener {
    /**
     * @param pictureFps frames a second that the pictures of a folder are played at; 0: they are single pictures
     * @param news       told in one sentence when a camera was lost and when it is back
     * @throws org.posescope.error.UserException when it cannot be opened
     */
    FrameSource open(String input, double pictureFps, Consumer<String> news);
}
