package org.posescope.app.banner;

import java.util.Optional;

/**
 * Something the user should know.
 *
 * @param text  one sentence
 * @param retry what may help, if anything
 */
public record Notice(Kind kind, String text, Optional<Runnable> retry) {
    /** How serious it is. */
    public enum Kind {
        INFO,
        /** Of something that goes on until another notice tells its end. */
        PROGRESS, WARNING, ERROR
    }

    public static Notice info(String text) {
        return new Notice(Kind.INFO, text, Optional.empty());
    }

    public static Notice progress(String text) {
        return new Notice(Kind.PROGRESS, text, Optional.empty());
    }

    public static Notice warning(String text) {
        return new Notice(Kind.WARNING, text, Optional.empty());
    }

    public static Notice error(String text) {
        return new Notice(Kind.ERROR, text, Optional.empty());
    }

    public Notice withRetry(Runnable action) {
        return new Notice(kind, text, Optional.of(action));
    }
}
