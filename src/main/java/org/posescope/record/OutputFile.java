package org.posescope.record;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.posescope.error.UserException;
import org.posescope.error.WriteException;

/**
 * A file that is about to be written.
 *
 * @param path     where
 * @param replaces whether another file is overwritten
 */
public record OutputFile(Path path, boolean replaces) {

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
    public static OutputFile at(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(path)) {
            throw new UserException("Cannot write " + path + ": it is a folder.");
        }
        if (!Files.exists(folder)) {
            throw new UserException("Cannot write " + path + ": the folder " + folder + " does not exist.");
        }
        if (!Files.isDirectory(folder)) {
            throw new UserException("Cannot write " + path + ": " + folder + " is not a folder.");
        }
        boolean replaces = Files.exists(path);
        if (!Files.isWritable(replaces ? path : folder)) {
            throw mayNotWrite(path);
        }
        return new OutputFile(path, replaces);
    }

    /**
     * Looks at a folder that is about to be filled, and made where it is not there yet.
     *
     * @throws UserException when it cannot be made or may not be written
     */
    public static void requireFolder(Path folder) {
        Path there = folder.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            throw new UserException("Cannot write to the folder " + folder + ": " + there + " is not a folder.");
        }
        if (!Files.isWritable(there)) {
            throw mayNotWrite(folder);
        }
    }

    /** Opens it, empty; the caller closes the stream. */
    OutputStream open() {
        try {
            return Files.newOutputStream(path);
        } catch (IOException e) {
            throw notWritten(path, e);
        }
    }

    /** Takes back what was begun: removes the file unless it replaced another. */
    public void discard() {
        if (!replaces) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove " + path, e);
            }
        }
    }

    public static UserException mayNotWrite(Path path) {
        return new UserException("You may not write " + path + ": choose another folder.");
    }

    /** What to tell the user of a failure to write. */
    public static UserException notWritten(Path path, IOException e) {
        return e instanceof AccessDeniedException
                ? mayNotWrite(path)
                : WriteException.of("Cannot write " + path + ": " + e.getMessage() + ".", e);
    }
}
