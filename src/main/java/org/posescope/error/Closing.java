package org.posescope.error;

import java.util.List;

/** Ends several things of which each has to be ended, whatever the others throw. */
public final class Closing {
    private Closing() {}

    /**
     * Runs all, in their order.
     *
     * @throws RuntimeException or an Error, the first that one of them threw, with the later ones suppressed
     */
    public static void all(List<? extends Runnable> closes) {
        Throwable first = null;
        for (Runnable close : closes) {
            try {
                close.run();
            } catch (RuntimeException | Error e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first instanceof RuntimeException e) {
            throw e;
        }
        if (first instanceof Error e) {
            throw e;
        }
    }
}
