package org.posescope.body;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.posescope.error.UserException;

/** The free body that comes with the program, for whoever brings no model of their own. */
public final class DefaultBody {
    private static final String RESOURCE = "/models/body/posescope-body.npz";

    private DefaultBody() {}

    /**
     * Reads it.
     *
     * @throws UserException when the temporary folder cannot be written, through which it is read
     */
    public static BodyModel read() {
        try (InputStream in = DefaultBody.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program was packaged without " + RESOURCE);
            }
            Path copy = Files.createTempFile("posescope-body", ".npz");
            try {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                return BodyModelReader.read(copy);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UserException("the body model cannot be unpacked into " + System.getProperty("java.io.tmpdir")
                    + ": " + e.getMessage(), e);
        }
    }
}
