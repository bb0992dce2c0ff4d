package org.posescope.cli.option;

import org.posescope.error.UserException;
import org.posescope.pipeline.people.Threads;

import picocli.CommandLine.Option;

/** How the work is shared out over the machine. */
public final class ThreadOptions {
    @Option(names = "--nireq", paramLabel = "N", description = "frames in flight in async mode (default: cores + 2)")
    private Integer requests;

    @Option(names = "--nstreams", paramLabel = "N",
            description = "copies of a network that work side by side (default: cores)")
    private Integer streams;

    @Option(names = "--nthreads", paramLabel = "N",
            description = "threads of a network that is run alone (default: all cores but one)")
    private Integer threads;

    /** @throws UserException when an option is less than 1 */
    public Threads threads() {
        Threads usual = Threads.ofMachine(cores());
        return new Threads(positive("--nthreads", threads, usual.total()),
                positive("--nstreams", streams, usual.streams()));
    }

    /** Frames in flight. */
    public int requests() {
        return positive("--nireq", requests, cores() + 2);
    }

    private static int positive(String option, Integer given, int otherwise) {
        int value = given == null ? otherwise : given;
        if (value < 1) {
            throw new UserException(option + " " + value + " is less than 1");
        }
        return value;
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
