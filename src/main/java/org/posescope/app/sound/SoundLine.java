package org.posescope.app.sound;

import org.posescope.error.UserException;

/** A device that samples are heard from, as {@link org.posescope.record.video.SoundSamples} gives them. One thread. */
interface SoundLine extends AutoCloseable {
    /** Opens a device. */
    @FunctionalInterface
    interface Opener {
        /** @throws UserException when there is none */
        SoundLine open();
    }

    /**
     * Waits until there is room for all of it.
     *
     * @param samples whole frames from the first byte on
     * @throws UserException when the device is gone
     */
    void write(byte[] samples, int length);

    /** How much was heard of what was written since the last {@link #drop}, microseconds. */
    long heardMicros();

    /** Falls silent at once; what was written and not heard is gone. */
    void drop();

    @Override
    void close();
}
