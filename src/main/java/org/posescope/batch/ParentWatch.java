package org.posescope.batch;

import java.util.Map;
import java.util.Optional;

/**
 * Ends this process when the one that wanted its work is gone, however that ended: nobody would wait for the results, and nobody would end
 * this.
 */
public final class ParentWatch {
    /** Variable of the environment with the process number of who wants the work. */
    public static final String VARIABLE = "POSESCOPE_PARENT";

    private static final int PARENT_GONE = 1;

    private ParentWatch() {}

    /** Does nothing where nobody is named. */
    public static void begin(Map<String, String> environment) {
        Optional.ofNullable(environment.get(VARIABLE)).map(Long::valueOf).ifPresent(pid -> ProcessHandle.of(pid)
                .ifPresentOrElse(parent -> {
                    var _ = parent.onExit().thenRun(ParentWatch::end);
                }, ParentWatch::end));
    }

    private static void end() {
        // Not in an orderly way: what is half done is thrown away by whoever starts again.
        Runtime.getRuntime().halt(PARENT_GONE);
    }
}
