package org.posescope.tensor;

/**
 * Bytes that are not what their format promises. The message is a clause that completes "the file cannot be read
 * because ..."; whoever knows the file's name turns it into a {@link org.posescope.error.UserException}.
 */
public final class MalformedDataException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedDataException(String reason) {
        super(reason);
    }
}
