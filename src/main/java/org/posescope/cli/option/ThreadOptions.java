package org.posescope.cli.option;

import org.posescope.error.UserException;
import org.posescope.plan.Machine;

import picocli.CommandLine.Option;

/** How the work is shared out over the machine. */
public final class ThreadOptions {
    @Option(names = "--nireq", paramLabel = "N", description = "frames in flight in async mode (default: cores + 2)")
    private Integer requests;

    @Option(names = "--nstreams", paramLabel = "N",
            description = "copies of a network that work side by side (default: cores)")
    private Integer streams;

    @Option(names = "--nthreads", paramLabel = "N",
            description = "threads of a network that is run alone (default: as many as make it faster on this machine, at most "
                    + "all cores but one; measured once)")
    private Integer threads;

    /** @throws UserException when an option is less than 1 */
    public Machine machine() {
        return new Machine(positive("--nthreads", threads), positive("--nstreams", streams),
                positive("--nireq", requests), Machine.DEFAULT.batch());
    }

    /** 0 where nothing is said. */
    private static int positive(String option, Integer given) {
        if (given != null && given < 1) {
            throw new UserException(option + " " + given + " is less than 1");
        }
        return given == null ? 0 : given;
    }
}
