package org.posescope.tensor;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

import org.posescope.error.UserException;

/** Turns what goes wrong while a foreign file is read into the one sentence for the user. */
public final class ReadFailure {
    private ReadFailure() {}

    /**
     * @param file  which is read
     * @param cause an {@link IOException} or a {@link MalformedDataException}
     */
    public static UserException of(Path file, Exception cause) {
        return of(file.toString(), cause);
    }

    /** As {@link #of(Path, Exception)}, for one named part of a file. */
    public static UserException of(Path file, String part, Exception cause) {
        return of(file + ", " + Quoted.of(part) + ",", cause);
    }

    private static UserException of(String what, Exception cause) {
        return new UserException(what + " cannot be read because " + reason(cause) + ".", cause);
    }

    private static String reason(Exception cause) {
        return switch (cause) {
            case MalformedDataException e -> e.getMessage();
            case NoSuchFileException e -> "there is no such file";
            case EOFException e -> "it ends too early; get the file again";
            case ZipException e -> "it is not a sound zip file (" + Quoted.of(String.valueOf(e.getMessage())) + ")";
            default -> "of an input error (" + Quoted.of(String.valueOf(cause.getMessage())) + ")";
        };
    }
}
