package org.posescope.app.sound;

/** Hears what becomes of sound, on any thread. */
interface SoundEvents {
    /** The file that was opened last was looked into. */
    void opened(boolean hasSound);

    /**
     * Nothing is heard.
     *
     * @param why the rest of a sentence that begins with "there is no sound:"
     */
    void failed(String why);
}
