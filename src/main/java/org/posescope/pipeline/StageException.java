package org.posescope.pipeline;

import java.util.Objects;

/** A stage could not do its work on a frame; the message names the stage. */
public final class StageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StageException(String message) {
        super(message);
    }

    private StageException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What a stage threw. */
    static StageException of(String stage, Throwable cause) {
        return new StageException(stage + " failed: "
                + Objects.requireNonNullElseGet(cause.getMessage(), () -> cause.getClass().getSimpleName()), cause);
    }
}
