package org.posescope.error;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * Something could not be written though nothing is wrong with what the user asked for: the disk is full, or broken. The program ends
 * with the status of a failure, not with that of wrong input.
 */
public final class WriteException extends UserException {
    private static final long serialVersionUID = 1L;

    public WriteException(String message) {
        super(message);
    }

    public WriteException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What to throw of a failure to write: a plain {@link UserException} where the user named a place that is not there or not theirs. */
    public static UserException of(String message, IOException cause) {
        return switch (cause) {
            case AccessDeniedException _, NoSuchFileException _, NotDirectoryException _, FileNotFoundException _ ->
                new UserException(message, cause);
            default -> new WriteException(message, cause);
        };
    }
}
