package org.posescope.app.export;

import java.util.function.DoubleConsumer;

import org.posescope.app.banner.Notice;

/** Exports motion, which may take as long as the clip. */
@FunctionalInterface
interface ExportWork {
    /**
     * Does what is asked for and says how it ended.
     *
     * @param progress told 0..1, or a negative number while it is not known how much is left; on any thread
     * @throws org.posescope.error.UserException when it cannot be done; nothing is left behind then
     * @throws InterruptedException              when it is cancelled, likewise
     */
    Notice run(ExportRequest request, DoubleConsumer progress) throws InterruptedException;
}
