package org.posescope.eval.people;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the files of a table are: beside it or in a folder below.
 *
 * @param table     the table
 * @param subfolder name of the folder below
 */
public record MediaFolder(Path table, String subfolder) {
    /** The place of a file of the table; where it is missing, the place in the folder below. */
    public Path resolve(String file) {
        Path beside = table.resolveSibling(file);
        return Files.exists(beside) ? beside : table.resolveSibling(subfolder).resolve(file);
    }
}
