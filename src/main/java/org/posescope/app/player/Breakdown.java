package org.posescope.app.player;

import org.posescope.error.UserException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells why an engine ended before its time. */
final class Breakdown {
    private static final Logger LOG = LoggerFactory.getLogger(Breakdown.class);

    private Breakdown() {}

    /** A thread ended by an error that nobody caught. */
    static void log(Thread thread, Throwable error) {
        LOG.error("{} died", thread.getName(), error);
    }

    /** One sentence for the user; what nobody expected is logged, too. */
    static String sentence(Throwable cause) {
        if (cause instanceof UserException) {
            return cause.getMessage();
        }
        LOG.error("the pipeline failed", cause);
        return "The pipeline stopped because of an unexpected error (" + cause.getClass().getSimpleName()
                + "); open the source again.";
    }
}
