package org.posescope.body;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.posescope.error.UserException;

/** The free body that comes with the program, for whoever brings no model of their own. */
public final class DefaultBody {
    private static final String PLAIN = "/models/body/posescope-body.npz";
    private static final String WHOLE = "/models/body/posescope-whole-body.npz";

    private DefaultBody() {}

    /**
     * Reads it, with the 24 joints of SMPL.
     *
     * @throws UserException when the temporary folder cannot be written, through which it is read
     */
    public static BodyModel read() {
        return read(PLAIN);
    }

    /**
     * Reads the one with fingers and a face, with the 55 joints of SMPL-X. The betas of the other are the same body to it.
     *
     * @throws UserException as {@link #read()}
     */
    public static BodyModel readWhole() {
        return read(WHOLE);
    }

    private static BodyModel read(String resource) {
        try (InputStream in = DefaultBody.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program was packaged without " + resource);
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
