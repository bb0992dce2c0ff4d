package org.posescope.error;

/**
 * Something that the user can understand and repair: a missing file, a broken video, an unknown model. The message is one
 * sentence without a line break that says what is wrong and, where it helps, what to do; it is shown as it is.
 */
public class UserException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserException(String message) {
        super(message);
    }

    public UserException(String message, Throwable cause) {
        super(message, cause);
    }
}
