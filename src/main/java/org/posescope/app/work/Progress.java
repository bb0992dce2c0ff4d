package org.posescope.app.work;

/**
 * How far a piece of work is.
 *
 * @param text     what is being done; may be empty
 * @param fraction 0..1, or {@link #UNKNOWN}
 */
public record Progress(String text, double fraction) {
    /** Nobody knows how much is left. */
    public static final double UNKNOWN = -1;
}
