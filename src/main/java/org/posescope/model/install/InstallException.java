package org.posescope.model.install;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

import org.posescope.model.Sha256;

/** Why a package gave no model. The message is a clause that can follow "because". */
final class InstallException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Optional<IOException> unwritten;

    InstallException(String message) {
        this(message, null, Optional.empty());
    }

    InstallException(String message, Throwable cause) {
        this(message, cause, Optional.empty());
    }

    private InstallException(String message, Throwable cause, Optional<IOException> unwritten) {
        super(message, cause);
        this.unwritten = unwritten;
    }

    /** For a file of a package that is not the one that is meant. */
    static InstallException otherContent(String member, String coordinates, String actual, String expected) {
        return new InstallException(member + " of " + coordinates + " has the sha256 " + Sha256.shortened(actual)
                + " and not " + Sha256.shortened(expected));
    }

    static InstallException cannotWrite(Path path, IOException e) {
        return new InstallException(path + " cannot be written: " + reason(e), e, Optional.of(e));
    }

    /** Why a file of this computer could not be written, where it was that. */
    Optional<IOException> unwritten() {
        return unwritten;
    }

    /** What the system says, without the path that the messages of some exceptions consist of. */
    static String reason(IOException e) {
        String said = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return said == null || said.isBlank() ? e.getClass().getSimpleName() : said.lines().findFirst().orElse(said);
    }
}
