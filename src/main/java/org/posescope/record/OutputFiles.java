package org.posescope.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.posescope.error.UserException;

/** What must hold of a file before anything is written to it. */
public final class OutputFiles {
    private OutputFiles() {}

    /**
     * Refuses to overwrite what is being read.
     *
     * @throws UserException when both are the same file, whatever the ways to it
     */
    public static void requireOther(Path output, Path input) {
        try {
            if (Files.exists(output) && Files.exists(input) && Files.isSameFile(output, input)) {
                throw new UserException("The output " + output + " is the input itself: choose another name.");
            }
        } catch (IOException e) {
            throw new UserException("Cannot compare " + output + " with " + input + ": " + e.getMessage() + ".", e);
        }
    }

    /**
     * Looks at what can be known before writing.
     *
     * @throws UserException when the folder does not exist or may not be written, or the file is a folder
     */
    static void requireWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new UserException("Cannot write " + file + ": it is a folder.");
        }
        if (!Files.exists(folder)) {
            throw new UserException("Cannot write " + file + ": the folder " + folder + " does not exist.");
        }
        if (!Files.isDirectory(folder)) {
            throw new UserException("Cannot write " + file + ": " + folder + " is not a folder.");
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw new UserException("You may not write " + file + ": choose another folder.");
        }
    }
}
