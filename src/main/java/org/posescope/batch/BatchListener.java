package org.posescope.batch;

/** Hears how a batch goes. Called by several threads, also at once. */
public interface BatchListener {
    /** A video was done before. */
    void known(ManifestEntry entry);

    void begins(Clip clip);

    /**
     * A video goes on; told about twice a second.
     *
     * @param done  frames
     * @param total frames, or -1 when their number is not known
     */
    void frames(Clip clip, long done, long total);

    void ended(ManifestEntry entry);

    /** A sentence for the user. */
    void tell(String sentence);
}
