package org.posescope.app.pulse;

import javafx.application.Platform;

/** The one thread that may touch the scene. */
public final class FxThread {
    private FxThread() {}

    /**
     * Ends a call from any other thread before it does harm.
     *
     * @throws IllegalStateException off the FX thread
     */
    public static void require() {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException("this belongs to the FX thread, not to " + Thread.currentThread());
        }
    }
}
