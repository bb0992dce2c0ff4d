package org.posescope.app.banner;

import java.util.List;

/**
 * Something the user should know, or is asked.
 *
 * @param text    one sentence
 * @param answers what the user may do about it; a notice without any goes away by itself where it only informs
 */
public record Notice(Kind kind, String text, List<Answer> answers) {
    /** How serious it is. */
    public enum Kind {
        INFO,
        /** Of something that goes on until another notice tells its end. */
        PROGRESS, WARNING, ERROR
    }

    /**
     * One thing that the user may do.
     *
     * @param label of its button
     */
    public record Answer(String label, Runnable action) {}

    public Notice {
        answers = List.copyOf(answers);
    }

    public static Notice info(String text) {
        return new Notice(Kind.INFO, text, List.of());
    }

    public static Notice progress(String text) {
        return new Notice(Kind.PROGRESS, text, List.of());
    }

    public static Notice warning(String text) {
        return new Notice(Kind.WARNING, text, List.of());
    }

    public static Notice error(String text) {
        return new Notice(Kind.ERROR, text, List.of());
    }

    /** A question, which is also answered by dismissing it. */
    public static Notice question(String text, List<Answer> answers) {
        return new Notice(Kind.INFO, text, answers);
    }

    public Notice withRetry(Runnable action) {
        return new Notice(kind, text, List.of(new Answer("Try again", action)));
    }
}
