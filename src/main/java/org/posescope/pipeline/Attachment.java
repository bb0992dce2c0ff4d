package org.posescope.pipeline;

/**
 * A place on a job for something that one stage leaves to a later one, of which the engine knows nothing. Two attachments are never the
 * same place.
 *
 * @param <T> what is left there
 */
@SuppressWarnings("UnusedTypeParameter") // what is left there has it: see Job
public final class Attachment<T> {
    private final String name;

    /** @param name for people who debug */
    public Attachment(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
