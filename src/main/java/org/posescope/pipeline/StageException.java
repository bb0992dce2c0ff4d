package org.posescope.pipeline;

/** A stage could not do its work on a frame; the message names the stage. */
public final class StageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StageException(String message, Throwable cause) {
        super(message, cause);
    }

    StageException(String message) {
        super(message);
    }
}
