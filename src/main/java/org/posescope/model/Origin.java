package org.posescope.model;

/** Where the file of a model comes from. */
public sealed interface Origin {
    /**
     * A file, or a byte range of one, inside an npm package that ships it.
     *
     * @param name    package name, for example {@code @mediapipe/pose}
     * @param version exact
     * @param path    inside the package folder
     * @param offset  first byte
     * @param length  bytes, or -1 for all to the end
     */
    record NpmPackage(String name, String version, String path, long offset, long length) implements Origin {}

    /**
     * A file that the user brings, because its licence does not let us.
     *
     * @param published where its authors publish it, for people to read
     */
    record BringYourOwn(String published) implements Origin {}
}
