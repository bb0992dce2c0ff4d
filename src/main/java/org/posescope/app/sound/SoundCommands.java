package org.posescope.app.sound;

import java.nio.file.Path;
import java.util.Optional;

/** What is told to whoever plays sound. Every command may come from any thread and waits for nothing. */
interface SoundCommands {
    /**
     * Another source plays.
     *
     * @param file to take sound from; empty: it has none
     */
    void open(Optional<Path> file);

    /**
     * A frame came to the screen.
     *
     * @param positionMicros its place in the source
     */
    void shown(long positionMicros);

    /** The picture is about to go elsewhere. */
    void jumped();

    /** Whether the source plays, and at its own pace. */
    void playing(boolean atItsPace);

    /** @param gain 0: silent, to 1: as in the file */
    void gain(double gain);
}
