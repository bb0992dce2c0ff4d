package org.posescope.record;

import java.nio.file.Path;
import java.util.Locale;

/** Parts of file names. */
public final class FileNames {
    private FileNames() {}

    /** What follows the last dot of the file's name, in lower case; empty when there is no dot. */
    public static String extension(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
