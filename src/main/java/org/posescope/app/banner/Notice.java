package org.posescope.app.banner;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
        PROGRESS,
        /** Which the user should answer, but may dismiss. */
        QUESTION, WARNING, ERROR
    }

    /**
     * One thing that the user may do.
     *
     * @param label of its button
     */
    public record Answer(String label, Runnable action) {}

    /** Not the scheme of an address. */
    private static final Pattern WORD = Pattern.compile("\\p{Ll}+(?=[ ,;]|:(?!\\S))");
    private static final Pattern STOP = Pattern.compile("[.?!…][)\"]?$");

    public Notice {
        text = kind == Kind.PROGRESS ? begun(text) : sentence(text);
        answers = List.copyOf(answers);
    }

    /** Ends with a stop. */
    private static String sentence(String text) {
        String begun = begun(text);
        return begun.isEmpty() || STOP.matcher(begun).find() ? begun : begun + ".";
    }

    /** Begins with a capital, unless that is a name. */
    private static String begun(String text) {
        return WORD.matcher(text).lookingAt()
                ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1)
                : text;
    }

    /** Whether it is worth reading also after another one. */
    boolean lasting() {
        return kind == Kind.WARNING || kind == Kind.QUESTION;
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
        return new Notice(Kind.QUESTION, text, answers);
    }

    /** The same with one more thing that the user may do. */
    public Notice with(Answer answer) {
        return new Notice(kind, text, Stream.concat(answers.stream(), Stream.of(answer)).toList());
    }

    public Notice withRetry(Runnable action) {
        return new Notice(kind, text, List.of(new Answer("Try again", action)));
    }
}
